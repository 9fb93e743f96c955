using System.Text;

namespace AzuSena.Prompts.Texts;

/// <summary>One file of <see cref="InstitutionTexts"/>, read again when it changes.</summary>
internal sealed class InstitutionText(string file)
{
    private const string Folder = "Textos";
    private const int MaxBytes = 16 * 1024;

    private volatile Content? _last;

    /// <summary>The text that the product ships with.</summary>
    public string Shipped { get; } = ReadShipped(file);

    /// <summary>The current text of the institution; null if it has none.</summary>
    /// <param name="prompts">The prompts folder.</param>
    public string? ReadOwn(string prompts)
    {
        var info = new FileInfo(Path.Combine(prompts, Folder, file));
        if (!info.Exists || info.Length > MaxBytes)
        {
            return null;
        }

        // A file that is being written or is not readable is read at the next call; until then the previous content is used.
        if (_last?.WrittenAt != info.LastWriteTimeUtc && ReadFile(info) is { } text)
        {
            _last = new Content(info.LastWriteTimeUtc, text);
        }

        return _last?.Text;
    }

    private static string? ReadFile(FileInfo info)
    {
        try
        {
            return WithoutComments(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(info.FullName)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static string ReadShipped(string file)
    {
        using var reader = new StreamReader(typeof(InstitutionText).Assembly.GetManifestResourceStream(typeof(InstitutionText), file)!);
        return WithoutComments(reader.ReadToEnd());
    }

    private static string WithoutComments(string text) => string.Join(
        '\n', text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith('#'))).Trim();

    private sealed record Content(DateTime WrittenAt, string Text);
}
