using AzuSena.Errors;
using AzuSena.Memory.Corpus.Formats;

namespace AzuSena.Memory.Corpus;

/// <summary>
/// Lists the documents of a folder: every file below it in one of the <see cref="DocumentFormats"/>, but <c>README.md</c>, hidden files, the lock files of
/// office programs (<c>~$…</c>), what lies in <c>mappings/</c>, which says how tables are read, and <c>sugerencias.txt</c>, which holds questions.
/// </summary>
public static class CorpusFolder
{
    /// <summary>The folder, right below the corpus, whose files say how tables are read.</summary>
    public const string Mappings = "mappings";

    /// <summary>The file, right below the corpus, whose lines are questions to suggest.</summary>
    public const string Suggestions = "sugerencias.txt";

    // Word and Excel keep such a file beside each document that is open.
    private const string LockMark = "~$";

    private static readonly EnumerationOptions OneFolder = new() { IgnoreInaccessible = false };

    /// <summary>The files, by their path below the folder (forward slashes, ordinal order).</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.CorpusUnavailable"/>: no such folder, or no document in it.</exception>
    public static SortedDictionary<string, FileInfo> List(string folder) => Look(folder).Files;

    /// <summary>The files, and what could not be looked into.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.CorpusUnavailable"/>: no such folder, or no document in it.</exception>
    public static CorpusListing Look(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new AzuSenaException(ErrorCode.CorpusUnavailable) { ForOperator = ErrorCodeNames.Text("CorpusMissing", folder) };
        }

        var root = Path.GetFullPath(folder);
        var listing = new CorpusListing(new(StringComparer.Ordinal), []);
        foreach (var file in Walk(root, unreadable => listing.Unreadable.Add(unreadable == root ? "" : PathBelow(root, unreadable) + "/")))
        {
            // Names that are no text on this system may read the same.
            if (IsDocument(root, file) && !listing.Files.TryAdd(PathBelow(root, file.FullName), file))
            {
                listing.Unreadable.Add(PathBelow(root, file.FullName));
            }
        }

        return listing.Files.Count > 0
            ? listing
            : throw new AzuSenaException(ErrorCode.CorpusUnavailable) { ForOperator = ErrorCodeNames.Text("CorpusEmpty", folder, Endings()) };
    }

    /// <summary>Every file below a folder that is not hidden. No link to a folder is followed, for it may lead in a circle or out of the corpus.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="onUnreadable">Told of each folder that cannot be listed.</param>
    internal static IEnumerable<FileInfo> Walk(string root, Action<string> onUnreadable)
    {
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(root)]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in Entries(folder, onUnreadable))
            {
                if (entry is FileInfo file)
                {
                    yield return file;
                }
                else if (entry is DirectoryInfo below && !below.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    folders.Push(below);
                }
            }
        }
    }

    private static IReadOnlyList<FileSystemInfo> Entries(DirectoryInfo folder, Action<string> onUnreadable)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos("*", OneFolder)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It went away, or is not for us.
            onUnreadable(folder.FullName);
            return [];
        }
    }

    private static bool IsDocument(string root, FileInfo file) =>
        DocumentFormats.Of(file.Name) is not null
        && !file.Name.StartsWith(LockMark, StringComparison.Ordinal)
        && !file.Name.Equals("README.md", StringComparison.OrdinalIgnoreCase)
        && PathBelow(root, file.FullName) is var path
        && !path.Equals(Suggestions, StringComparison.OrdinalIgnoreCase)
        && !path.StartsWith(Mappings + "/", StringComparison.OrdinalIgnoreCase);

    private static string PathBelow(string root, string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string Endings() => string.Join(", ", DocumentFormats.Extensions.SkipLast(1)) + " ni " + DocumentFormats.Extensions[^1];
}

/// <summary>What a corpus folder holds.</summary>
/// <param name="Files">The documents, by their path below it.</param>
/// <param name="Unreadable">The paths below it that could not be looked into; that of a folder ends in a slash.</param>
public sealed record CorpusListing(SortedDictionary<string, FileInfo> Files, IList<string> Unreadable)
{
    /// <summary>Whether a path may still be there: nothing is known of what lies in a folder that could not be listed.</summary>
    public bool MayHold(string path) => Files.ContainsKey(path) || Unreadable.Any(unreadable => path.StartsWith(unreadable, StringComparison.Ordinal));
}
