namespace AzuSena.Spanish;

/// <summary>Reads the lists of words that are embedded as text: a line is <c>name: value</c>; empty lines and those that begin with # say nothing.</summary>
public static class NamedLines
{
    /// <summary>The lines in their order, without white space around name and value.</summary>
    /// <param name="type">A type in the namespace that the file's name follows.</param>
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
