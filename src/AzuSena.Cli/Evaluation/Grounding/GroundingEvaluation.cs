using System.Diagnostics;
using AzuSena.Answering;
using AzuSena.Answering.Grounding;
using AzuSena.Memory;

namespace AzuSena.Cli.Evaluation.Grounding;

/// <summary>Measures grounding: labelled sentences held against what the product's own search finds.</summary>
internal static class GroundingEvaluation
{
    private const int Depth = 5;
    private const int MaxMistakes = 50;

    /// <summary>Makes the sentences and judges them.</summary>
    public static async Task<GroundingReport> RunAsync(SquadFile file, int seed, CancellationToken cancellationToken, int maxMistakes = MaxMistakes)
    {
        await using var store = await TemporaryStore.CreateAsync(file, withVectors: false, settings: [], cancellationToken);
        var found = new Dictionary<int, IReadOnlyList<int>>();
        var passages = new Dictionary<int, IReadOnlyList<Passage>>();
        foreach (var question in file.Questions.Where(question => question.IsAnswerable).DistinctBy(question => question.Paragraph))
        {
            var search = await store.SearchAsync(question.Text, Depth, cancellationToken);
            var paragraphs = GroundingData.Paragraphs(search);
            if (paragraphs.Contains(question.Paragraph))
            {
                found[question.Paragraph] = paragraphs;
                passages[question.Paragraph] = [.. search.Hits.Select(hit => hit.Passage)];
            }
        }

        var judged = new List<(LabelledSentence Sentence, SentenceVerdict Verdict)>();
        var time = TimeSpan.Zero;
        foreach (var group in GroundingData.Make(file, found, seed).GroupBy(sentence => sentence.Paragraph))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var grounder = new SentenceGrounder(passages[group.Key]);
            var started = Stopwatch.GetTimestamp();
            judged.AddRange(group.Select(sentence => (sentence, grounder.Hold(sentence.Text))));
            time += Stopwatch.GetElapsedTime(started);
        }

        return new GroundingReport(
            seed,
            [Half("fitted", heldOut: false), Half("held_out", heldOut: true)],
            Math.Round(time.TotalMilliseconds / Math.Max(1, judged.Count), 3),
            [.. judged.Where(it => !IsRight(it.Sentence, it.Verdict)).OrderByDescending(it => Math.Abs(it.Verdict.Score - (it.Sentence.IsTrue ? 1 : 0))).Take(maxMistakes).Select(Mistake)]);

        GroundingHalf Half(string name, bool heldOut) => new(name, [.. judged
            .Where(it => GroundingData.IsHeldOut(file, it.Sentence.Paragraph) == heldOut)
            .GroupBy(it => it.Sentence.Label)
            .OrderBy(group => group.Key)
            .Select(group => Figures(group.Key, [.. group]))]);

        GroundingMistake Mistake((LabelledSentence Sentence, SentenceVerdict Verdict) it) => new(
            it.Sentence.Label, it.Sentence.Text, it.Verdict.Support.ToString(), it.Verdict.Score, it.Verdict.NotFound, [.. passages[it.Sentence.Paragraph].Select(passage => passage.Text)]);
    }

    private static GroundingFigures Figures(SentenceLabel label, (LabelledSentence Sentence, SentenceVerdict Verdict)[] judged) => new(
        label,
        judged.Length,
        Share(it => IsRight(it.Sentence, it.Verdict), judged),
        Share(it => it.Verdict.Support is SentenceSupport.Supported, judged),
        Share(it => it.Verdict.Support is SentenceSupport.Partly, judged),
        Share(it => it.Verdict.Support is SentenceSupport.Unsupported, judged));

    private static double Share<T>(Func<T, bool> holds, T[] items) => Math.Round(items.Count(holds) / (double)items.Length, 4);

    private static bool IsRight(LabelledSentence sentence, SentenceVerdict verdict) => sentence.IsTrue == (verdict.Support is SentenceSupport.Supported);
}
