using AzuSena.Memory.Corpus.Formats;

namespace AzuSena.Memory.Corpus;

/// <summary>
/// The questions beside a document of any format, in <c>FILE.preguntas.yaml</c>: a mapping from the heading of a section to what people ask that it answers.
/// </summary>
/// <param name="Path">Its path below the corpus folder.</param>
/// <param name="Content">Its bytes; none if it was not read.</param>
/// <param name="Problem">Why it was not read, in Spanish.</param>
public sealed record QuestionsFile(string Path, byte[] Content, string? Problem = null)
{
    /// <summary>What follows the document's file name.</summary>
    public const string Ending = ".preguntas.yaml";

    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>The path of the document that a file has the questions of; null if it is another kind of file.</summary>
    public static string? DocumentOf(string path) =>
        path.Length > Ending.Length && path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? path[..^Ending.Length] : null;

    /// <summary>A file that was not read.</summary>
    public static QuestionsFile Unread(string path, string problem) => new(path, [], problem);

    /// <summary>Reads the file.</summary>
    internal QuestionLists Read()
    {
        var lists = new QuestionLists(Path);
        if (Problem is not null)
        {
            lists.Note(1, Problem);
            return lists;
        }

        string text;
        try
        {
            text = TextDecoder.Decode(Content);
        }
        catch (Exception exception) when (exception is DocumentException or ArgumentException)
        {
            // Not text, or characters that Unicode does not have.
            lists.Note(1, Errors.ErrorCodeNames.Text("QuestionsFileInvalid"));
            return lists;
        }

        var yaml = YamlEntries.Read(text);
        lists.Add(yaml.Entries);
        foreach (var line in yaml.Problems)
        {
            lists.Note(line, Errors.ErrorCodeNames.Text("QuestionsFileInvalid"));
        }

        return lists;
    }
}
