using AzuSena.Errors;
using AzuSena.Memory.Corpus.Formats;

namespace AzuSena.Memory.Corpus;

/// <summary>Says of each file of the folder that is not read why, and what to do.</summary>
internal static class PassedOver
{
    /// <summary>The rule of a file that an office program keeps beside an open document.</summary>
    public const string LockFile = "lock_file";

    /// <summary>The rule of a file of a kind that is not read.</summary>
    public const string KindUnread = "kind_unread";

    // Word and Excel keep such a file beside each open document, LibreOffice one that begins with a point.
    private const string LockMark = "~$";

    /// <summary>The note; null for a file that is read, or that is no document on purpose.</summary>
    /// <param name="path">The path below the corpus folder.</param>
    public static DocumentNote? Note(string path)
    {
        var name = Path.GetFileName(path);
        if (name.StartsWith(LockMark, StringComparison.Ordinal))
        {
            return new DocumentNote(path, 0, ErrorCodeNames.Text("FileLocked", name[LockMark.Length..])) { Rule = LockFile };
        }

        return DocumentFormats.Of(name) is not null || name.StartsWith('.') || IsOfCorpus(path)
            ? null
            : new DocumentNote(path, 0, ErrorCodeNames.Text("FileKindUnread", Ending(name), ErrorCodeNames.Text(Advice(name)))) { Rule = KindUnread };
    }

    // Table mappings and the like.
    private static bool IsOfCorpus(string path) =>
        path.StartsWith(CorpusFolder.Mappings + "/", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(CorpusFolder.Data + "/", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(QuestionsFile.Ending, StringComparison.OrdinalIgnoreCase)
        || Path.GetFileName(path).Equals("README.md", StringComparison.OrdinalIgnoreCase);

    private static string Ending(string name) => Path.GetExtension(name) is { Length: > 0 } ending ? ending.ToLowerInvariant() : name;

    private static string Advice(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".doc" or ".rtf" or ".wpd" or ".pages" or ".dot" or ".dotx" => "SaveAsDocx",
        ".xls" or ".ods" or ".xlsb" or ".numbers" => "SaveAsXlsx",
        ".ppt" or ".pps" or ".ppsx" or ".odp" or ".key" => "SaveAsPptx",
        ".png" or ".jpg" or ".jpeg" or ".tif" or ".tiff" or ".gif" or ".bmp" or ".webp" or ".heic" => "SaveAsPdf",
        ".zip" or ".rar" or ".7z" or ".gz" => "UnpackIt",
        _ => "ConvertIt",
    };
}
