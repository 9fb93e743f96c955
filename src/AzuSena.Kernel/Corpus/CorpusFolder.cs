using System.IO.Enumeration;
using AzuSena.Corpus.Formats;
using AzuSena.Errors;

namespace AzuSena.Corpus;

/// <summary>
/// Lists the documents of a folder: every file below it in one of the <see cref="DocumentFormats"/>, but <c>README.md</c>, hidden files, what
/// lies in <c>mappings/</c>, which says how tables are read, and <c>sugerencias.txt</c>, which holds questions.
/// </summary>
public static class CorpusFolder
{
    /// <summary>The folder, right below the corpus, whose files say how tables are read.</summary>
    public const string Mappings = "mappings";

    /// <summary>The file, right below the corpus, whose lines are questions to suggest.</summary>
    public const string Suggestions = "sugerencias.txt";

    /// <summary>The files, by their path below the folder (forward slashes, ordinal order).</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.CorpusUnavailable"/>: no such folder, or no document in it.</exception>
    public static SortedDictionary<string, FileInfo> List(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new AzuSenaException(ErrorCode.CorpusUnavailable) { ForOperator = ErrorCodeNames.Text("CorpusMissing", folder) };
        }

        var root = Path.GetFullPath(folder);
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var found = new FileSystemEnumerable<FileInfo>(root, (ref entry) => (FileInfo)entry.ToFileSystemInfo(), options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && IsDocument(entry.FileName) && !IsRightBelow(ref entry, Suggestions),

            // A link to a folder may lead in a circle or out of the corpus.
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && !IsRightBelow(ref entry, Mappings),
        };
        var files = new SortedDictionary<string, FileInfo>(
            found.ToDictionary(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/')),
            StringComparer.Ordinal);
        return files.Count > 0
            ? files
            : throw new AzuSenaException(ErrorCode.CorpusUnavailable) { ForOperator = ErrorCodeNames.Text("CorpusEmpty", folder, Endings()) };
    }

    private static bool IsDocument(ReadOnlySpan<char> name) =>
        DocumentFormats.Of(name.ToString()) is not null && !name.Equals("README.md", StringComparison.OrdinalIgnoreCase);

    private static bool IsRightBelow(ref FileSystemEntry entry, string name) =>
        entry.FileName.Equals(name, StringComparison.OrdinalIgnoreCase) && entry.Directory.Length == entry.RootDirectory.Length;

    private static string Endings() => string.Join(", ", DocumentFormats.Extensions.SkipLast(1)) + " ni " + DocumentFormats.Extensions[^1];
}
