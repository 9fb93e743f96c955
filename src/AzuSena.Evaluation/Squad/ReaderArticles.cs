using System.Text.Json;
using System.Text.Json.Serialization;

namespace AzuSena.Evaluation.Squad;

/// <summary>The Wikipedia articles that the reader was trained on: what is fitted to it or measured with it leaves their questions out.</summary>
/// <param name="Train">Their titles in SQuAD-es.</param>
/// <param name="XquadShared">The same articles' titles in XQuAD-es.</param>
internal sealed record ReaderArticles(
    IReadOnlyList<string> Train, [property: JsonPropertyName("xquad-shared")] IReadOnlyList<string> XquadShared)
{
    private static readonly Lazy<HashSet<string>> Trained = new(() =>
    {
        var file = JsonSerializer.Deserialize<ReaderArticles>(File.ReadAllText(EvaluationData.Calibration("reader-articles.json")), JsonSerializerOptions.Web)!;
        return file.Train.Concat(file.XquadShared).Select(Normalised).ToHashSet(StringComparer.Ordinal);
    });

    /// <summary>Whether the reader knows an article.</summary>
    /// <param name="title">Its title in a data set.</param>
    public static bool Holds(string title) => Trained.Value.Contains(Normalised(title));

    /// <summary>The file without the questions about articles that the reader knows; all paragraphs stay.</summary>
    public static SquadFile WithoutTrained(SquadFile file) =>
        file with { Questions = [.. file.Questions.Where(question => !Holds(file.Paragraphs[question.Paragraph].Title))] };

    // Data sets write titles with underscores or spaces.
    private static string Normalised(string title) =>
        string.Join('_', title.Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries));
}
