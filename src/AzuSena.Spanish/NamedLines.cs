namespace AzuSena.Spanish;

/// <summary>Reads embedded word lists: each line is <c>name: value</c>; empty lines and lines that begin with # are ignored.</summary>
public static class NamedLines
{
    /// <summary>The lines in order, with names and values trimmed.</summary>
    /// <param name="type">A type in the namespace that prefixes the file's name.</param>
    /// <param name="file">The rest of the file's name, such as <c>words.txt</c>.</param>
    public static IEnumerable<(string Name, string Value)> Read(Type type, string file)
    {
        using var reader = new StreamReader(type.Assembly.GetManifestResourceStream(type, file)!);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1]));
    }
}
