using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using AzuSena.Memory.Corpus;
using AzuSena.Passages;
using AzuSena.Spanish;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Storage;

/// <summary>A document that has been read, split and analysed, ready to be written.</summary>
/// <param name="Info">The document's metadata.</param>
/// <param name="ContentHash">Identifies the document's content.</param>
/// <param name="Passages">Its passages, in order.</param>
public sealed record PreparedDocument(DocumentInfo Info, string ContentHash, IReadOnlyList<PreparedPassage> Passages)
{
    /// <summary>The number of its pages; null if its format has none.</summary>
    public int? Pages { get; init; }

    /// <summary>What was left out of it or is doubtful.</summary>
    public IReadOnlyList<DocumentNote> Notes { get; init; } = [];

    /// <summary>Analyses the passages of a document.</summary>
    public static PreparedDocument Of(DocumentInfo info, string contentHash, IEnumerable<Passage> passages) =>
        new(info, contentHash, [.. passages.Select(PreparedPassage.Of)]);

    /// <summary>Splits and analyses a document.</summary>
    /// <exception cref="DocumentException">The document exceeds the limits.</exception>
    /// <exception cref="OperationCanceledException">The time limit was exceeded.</exception>
    public static PreparedDocument Of(CorpusDocument document, string contentHash, CancellationToken cancellationToken) =>
        Of(document.Info, contentHash, Chunker.Cut(document, cancellationToken).Select(passage =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return passage;
        })) with
        {
            Pages = document.Pages,
            Notes = [.. document.Notes.Where(note => note.Rule is not null)],
        };
}

/// <summary>A passage with everything that is stored with its text.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Terms">Its analysed terms, as <see cref="TermLines"/> writes them.</param>
/// <param name="Words">Its distinct folded words, separated by spaces.</param>
/// <param name="Mentions">The articles of law that it mentions without being one of them.</param>
public sealed record PreparedPassage(Passage Passage, string Terms, string Words, IReadOnlyList<RuleReference> Mentions)
{
    /// <summary>The analysed terms of the questions listed for it, a line for each.</summary>
    public string Asked { get; init; } = "";

    /// <summary>The sections that start within its text.</summary>
    public IReadOnlyList<PassageSection> Sections { get; init; } = [];

    private const int HashBytes = 16;

    /// <summary>The number of terms of its place and text.</summary>
    [JsonIgnore]
    public int TermCount => Terms.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Identifies the text that is embedded.</summary>
    [JsonIgnore]
    public byte[] TextHash => HashOf(Passage);

    /// <summary>The text of a passage for an embedding model: its place, then its text.</summary>
    public static string EmbeddedText(Passage passage) => $"{passage.Place}\n{passage.Text}";

    /// <summary>Identifies the text of a passage for an embedding model.</summary>
    public static byte[] HashOf(Passage passage) => SHA256.HashData(Encoding.UTF8.GetBytes(EmbeddedText(passage)))[..HashBytes];

    /// <summary>Analyses a passage.</summary>
    public static PreparedPassage Of(Passage passage) => new(passage, TermLines.Write(passage), WordsOf(passage), MentionsOf(passage))
    {
        Asked = TermLines.WriteQuestions(passage),
        Sections = passage.Sections,
    };

    private static string WordsOf(Passage passage) =>
        string.Join(' ', SpanishAnalyzer.Analyze(string.Join('\n', Texts(passage))).Select(term => term.Word).Distinct(StringComparer.Ordinal));

    private static IEnumerable<string> Texts(Passage passage) =>
        passage.Questions.SelectMany(section => section.Questions).Prepend($"{passage.Place}\n{passage.Text}");

    private static List<RuleReference> MentionsOf(Passage passage) => passage.Locator?.Rule is not null
        ? []
        : [.. RuleText.Mentioned($"{string.Join('\n', passage.HeadingPath)}\n{passage.Text}", RuleText.FirstLaw(passage.Document.Title))];
}
