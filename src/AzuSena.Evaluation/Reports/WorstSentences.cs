using System.Globalization;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>The labelled sentences with the worst verdicts, with the passages that they were compared with.</summary>
internal static class WorstSentences
{
    /// <summary>The entries for the report; null if grounding was not measured.</summary>
    public static SentenceEntries? Of(EvaluationRun run) => run.Sentences is { Count: > 0 } sentences
        ? new SentenceEntries(sentences.Count(sentence => !sentence.IsRight), sentences.Count, [.. Worst(sentences)])
        : null;

    private static IEnumerable<SentenceEntry> Worst(IReadOnlyList<SentenceOutcome> sentences) =>
        from sentence in sentences
        where sentence.Detail is not null
        orderby sentence.Label
        let detail = sentence.Detail
        select new SentenceEntry(
            sentence.Id,
            sentence.Support.ToString(),
            detail.Score.ToString("F2", CultureInfo.InvariantCulture),
            detail.Text,
            detail.NotFound.Count == 0 ? null : string.Join(" · ", detail.NotFound),
            detail.Passages);
}

/// <summary>The labelled sentences of a report.</summary>
/// <param name="Wrong">How many were judged wrongly.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Worst">The worst of them.</param>
internal sealed record SentenceEntries(int Wrong, int Count, IReadOnlyList<SentenceEntry> Worst);

/// <summary>A sentence of a report.</summary>
internal sealed record SentenceEntry(string Id, string Support, string Score, string Text, string? NotFound, IReadOnlyList<string> Passages);
