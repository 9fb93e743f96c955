using AzuSena.Errors;
using AzuSena.Memory.Corpus.Formats;

namespace AzuSena.Memory.Corpus;

/// <summary>
/// Lists the documents of a folder: every file below it in one of the <see cref="DocumentFormats"/>, except <c>README.md</c>, hidden files, lock files of
/// office programs (<c>~$…</c>), the table mappings in <c>mappings/</c>, the plugins' data in <c>datos/</c>, and the suggested questions in
/// <c>sugerencias.txt</c>. A file <c>….preguntas.yaml</c> holds the questions of the document beside it (<see cref="QuestionsFile"/>).
/// </summary>
public static class CorpusFolder
{
    /// <summary>The folder, directly below the corpus, that holds the table mappings.</summary>
    public const string Mappings = "mappings";

    /// <summary>The folder, directly below the corpus, that holds what plugins calculate with.</summary>
    public const string Data = "datos";

    /// <summary>The file, directly below the corpus, whose lines are suggested questions.</summary>
    public const string Suggestions = "sugerencias.txt";

    // Word and Excel keep such a file beside each open document.
    private const string LockMark = "~$";

    private static readonly EnumerationOptions OneFolder = new() { IgnoreInaccessible = false };

    /// <summary>The files, by their path below the folder (forward slashes, ordinal order).</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.CorpusUnavailable"/>: the folder does not exist or holds no document.</exception>
    public static SortedDictionary<string, FileInfo> List(string folder) => Look(folder).Files;

    /// <summary>The files, and the paths that could not be read.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.CorpusUnavailable"/>: the folder does not exist or holds no document.</exception>
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
            // Names that are not valid text on this system may decode to the same string.
            if (IsDocument(root, file) && !listing.Files.TryAdd(PathBelow(root, file.FullName), file))
            {
                listing.Unreadable.Add(PathBelow(root, file.FullName));
            }
            else if (QuestionsFile.DocumentOf(PathBelow(root, file.FullName)) is { } document)
            {
                listing.Questions.TryAdd(document, file);
            }
            else if (PassedOver.Note(PathBelow(root, file.FullName)) is { } note)
            {
                listing.PassedOver.Add(note);
            }
        }

        return listing.Files.Count > 0
            ? listing
            : throw new AzuSenaException(ErrorCode.CorpusUnavailable) { ForOperator = ErrorCodeNames.Text("CorpusEmpty", folder, Endings()) };
    }

    /// <summary>Every file below a folder, except hidden ones. Links to folders are not followed: they may form a cycle or leave the corpus.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="onUnreadable">Called with each folder that cannot be listed.</param>
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
            // It was deleted meanwhile, or access is denied.
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
        && !path.StartsWith(Mappings + "/", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWith(Data + "/", StringComparison.OrdinalIgnoreCase);

    private static string PathBelow(string root, string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string Endings() => string.Join(", ", DocumentFormats.Extensions.SkipLast(1)) + " ni " + DocumentFormats.Extensions[^1];
}

/// <summary>The contents of a corpus folder.</summary>
/// <param name="Files">The documents, by their path below it.</param>
/// <param name="Unreadable">The paths below it that could not be read; that of a folder ends in a slash.</param>
public sealed record CorpusListing(SortedDictionary<string, FileInfo> Files, IList<string> Unreadable)
{
    /// <summary>The files with questions, by the path of the document that they belong to, whether or not it exists.</summary>
    public SortedDictionary<string, FileInfo> Questions { get; } = new(StringComparer.Ordinal);

    /// <summary>A note of each file that is not read, with what to do.</summary>
    public IList<DocumentNote> PassedOver { get; } = [];

    /// <summary>A note of each file with questions whose document does not exist.</summary>
    public IEnumerable<DocumentNote> QuestionsWithoutDocument => Questions.Keys.Where(document => !MayHold(document)).Select(document =>
        new DocumentNote(document + QuestionsFile.Ending, 1, ErrorCodeNames.Text("QuestionsFileWithoutDocument", Path.GetFileName(document)))
        {
            IsOfQuestions = true,
        });

    /// <summary>Whether a path may still exist: the contents of a folder that could not be listed are unknown.</summary>
    public bool MayHold(string path) => Files.ContainsKey(path) || Unreadable.Any(unreadable => path.StartsWith(unreadable, StringComparison.Ordinal));
}
