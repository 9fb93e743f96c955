using System.Diagnostics;
using System.Globalization;
using AzuSena.Answering.Grounding;
using AzuSena.Answers;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Squad;
using AzuSena.Passages;

namespace AzuSena.Evaluation.Grounding;

/// <summary>Measures grounding: labelled sentences compared with the results of the product's own search.</summary>
public static class GroundingEvaluation
{
    private const int Depth = 5;
    private const int MaxMistakes = 50;

    /// <summary>Makes the sentences and judges them.</summary>
    /// <param name="file">The source of the paragraphs.</param>
    /// <param name="seed">The seed of the alterations.</param>
    /// <param name="maxParagraphs">
    /// The number of paragraphs to keep of the articles that nothing was fitted on, spread over them; null for the whole file.
    /// </param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<JudgedSentences> RunAsync(SquadFile file, int seed, int? maxParagraphs, CancellationToken cancellationToken)
    {
        var heldOut = GroundingData.HeldOut(file);
        var passages = await FindAsync(file, Chosen(file, heldOut, maxParagraphs), cancellationToken);
        var found = passages.ToDictionary(
            pair => pair.Key, pair => (IReadOnlyList<int>)[.. pair.Value.Select(passage => ParagraphStore.ParagraphOf(passage.Document.Path))]);
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

        var worst = judged
            .Where(it => !IsRight(it.Sentence, it.Verdict))
            .OrderByDescending(it => Math.Abs(it.Verdict.Score - (it.Sentence.IsTrue ? 1 : 0)))
            .Take(MaxMistakes)
            .Select(it => it.Sentence)
            .ToHashSet();
        var counts = new Dictionary<(int, SentenceLabel), int>();
        return new JudgedSentences(
            seed, [.. judged.Select(it => OutcomeOf(it.Sentence, it.Verdict))], Math.Round(time.TotalMilliseconds / Math.Max(1, judged.Count), 3));

        SentenceOutcome OutcomeOf(LabelledSentence sentence, SentenceVerdict verdict)
        {
            var number = counts[(sentence.Paragraph, sentence.Label)] = counts.GetValueOrDefault((sentence.Paragraph, sentence.Label)) + 1;
            return new SentenceOutcome(
                string.Create(CultureInfo.InvariantCulture, $"{sentence.Paragraph:D4}-{sentence.Label}-{number}"),
                sentence.Label,
                heldOut.Contains(sentence.Paragraph),
                verdict.Support,
                IsRight(sentence, verdict),
                worst.Contains(sentence)
                    ? new SentenceDetail(sentence.Text, verdict.Score, verdict.NotFound, [.. passages[sentence.Paragraph].Select(passage => passage.Text)])
                    : null);
        }
    }

    private static HashSet<int> Chosen(SquadFile file, HashSet<int> heldOut, int? maxParagraphs)
    {
        var asked = file.Questions.Where(question => question.IsAnswerable).Select(question => question.Paragraph).Distinct().Order().ToArray();
        if (maxParagraphs is not { } most)
        {
            return [.. asked];
        }

        asked = Array.FindAll(asked, heldOut.Contains);
        var step = Math.Max(1, asked.Length / most);
        return [.. asked.Where((_, index) => index % step == 0).Take(most)];
    }

    // The results of the first question of each paragraph, if the paragraph itself is among them.
    private static async Task<Dictionary<int, IReadOnlyList<Passage>>> FindAsync(SquadFile file, HashSet<int> chosen, CancellationToken cancellationToken)
    {
        await using var store = await TemporaryStore.CreateAsync(file, SearchParts.Words, settings: [], cancellationToken);
        var passages = new Dictionary<int, IReadOnlyList<Passage>>();
        foreach (var question in file.Questions
            .Where(question => question.IsAnswerable && chosen.Contains(question.Paragraph))
            .DistinctBy(question => question.Paragraph))
        {
            var search = await store.SearchAsync(question.Text, Depth, cancellationToken);
            if (search.Hits.Any(hit => hit.Passage.Document.Path == ParagraphStore.PathOf(question.Paragraph)))
            {
                passages[question.Paragraph] = [.. search.Hits.Select(hit => hit.Passage)];
            }
        }

        return passages;
    }

    private static bool IsRight(LabelledSentence sentence, SentenceVerdict verdict) => sentence.IsTrue == (verdict.Support is SentenceSupport.Supported);
}
