using System.IO.Enumeration;
using AzuSena.Errors;

namespace AzuSena.Corpus;

/// <summary>Lists the documents of a folder: every <c>.md</c> and <c>.txt</c> below it but <c>README.md</c> and hidden files.</summary>
public static class CorpusFolder
{
    private static readonly string[] Endings = [".md", ".txt"];

    /// <summary>The files, by their path below the folder (forward slashes, ordinal order).</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.CorpusUnavailable"/>: no such folder, or no document in it.</exception>
    public static SortedDictionary<string, FileInfo> List(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new AzuSenaException(ErrorCode.CorpusUnavailable, ErrorCodeNames.Text("CorpusMissing", folder));
        }

        var root = Path.GetFullPath(folder);
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var found = new FileSystemEnumerable<FileInfo>(root, (ref entry) => (FileInfo)entry.ToFileSystemInfo(), options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && IsDocument(entry.FileName),

            // A link to a folder may lead in a circle or out of the corpus.
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        var files = new SortedDictionary<string, FileInfo>(
            found.ToDictionary(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/')),
            StringComparer.Ordinal);
        return files.Count > 0 ? files : throw new AzuSenaException(ErrorCode.CorpusUnavailable, ErrorCodeNames.Text("CorpusEmpty", folder));
    }

    private static bool IsDocument(ReadOnlySpan<char> name)
    {
        var ending = Path.GetExtension(name).ToString();
        return Endings.Contains(ending, StringComparer.OrdinalIgnoreCase) && !name.Equals("README.md", StringComparison.OrdinalIgnoreCase);
    }
}
