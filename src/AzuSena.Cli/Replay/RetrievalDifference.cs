using System.Globalization;
using AzuSena.Answering.Tracing;

namespace AzuSena.Cli.Replay;

/// <summary>The differences between two searches, down to the last bit of every score.</summary>
internal static class RetrievalDifference
{
    /// <summary>Compares two searches.</summary>
    /// <param name="then">The original search.</param>
    /// <param name="now">The repeated search.</param>
    /// <param name="isShortened">Whether passages that were not kept, and the parts of the scores, may be missing from the original one.</param>
    public static IReadOnlyList<ReplayDifference> Between(TracedRetrieval then, TracedRetrieval now, bool isShortened) =>
    [
        .. Different("terms", Words(then), Words(now), then.Terms.Count == 0 || then.Terms.SequenceEqual(now.Terms)),
        .. Different(
            "corrections",
            Count(then.CorrectionCount),
            Count(now.CorrectionCount),
            then.CorrectionCount == now.CorrectionCount && (then.Corrections.Count == 0 || then.Corrections.SequenceEqual(now.Corrections))),
        .. Different(
            "embedder",
            then.Vectors?.Embedder,
            now.Vectors?.Embedder,
            (then.Vectors?.Embedder, then.Vectors?.Weight) == (now.Vectors?.Embedder, now.Vectors?.Weight)),
        .. Candidates(then, now, isShortened),
    ];

    private static IEnumerable<ReplayDifference> Candidates(TracedRetrieval then, TracedRetrieval now, bool isShortened)
    {
        var (before, after) = (Comparable(then, isShortened), Comparable(now, isShortened));
        for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
        {
            var (old, current) = (before.ElementAtOrDefault(i), after.ElementAtOrDefault(i));
            if (old != current)
            {
                yield return new ReplayDifference($"candidate {i + 1}", Text(old), Text(current));
            }
        }
    }

    private static List<TracedCandidate> Comparable(TracedRetrieval retrieval, bool isShortened) =>
    [
        .. retrieval.Candidates
            .Where(candidate => !isShortened || candidate.Fate is CandidateFate.Kept)
            .Select(candidate => candidate with { Title = null, Text = null, Rerank = isShortened ? null : candidate.Rerank }),
    ];

    private static IEnumerable<ReplayDifference> Different(string what, string? then, string? now, bool isSame) =>
        isSame ? [] : [new ReplayDifference(what, then, now)];

    private static string Words(TracedRetrieval retrieval) =>
        string.Join(' ', retrieval.Terms.Select(term => term.Stem ?? term.Idf.ToString("R", CultureInfo.InvariantCulture)));

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string? Text(TracedCandidate? candidate) => candidate is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{candidate.PassageId} {candidate.Score ?? candidate.Bm25:R} {candidate.Fate}");
}
