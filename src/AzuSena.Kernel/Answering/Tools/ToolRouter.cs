using AzuSena.Answering.Evidence;
using AzuSena.Answering.Ranking;
using AzuSena.Answering.Tools.Patterns;
using AzuSena.Answering.Tools.Slots;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Questions;
using AzuSena.Spanish;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Tools;

/// <summary>
/// Decides whether a tool answers a question, by the measured fit of the functions' patterns against the documents' evidence. The order in which plugins are
/// registered plays no part.
/// </summary>
public sealed class ToolRouter(IAnsweringFunctions functions, IEnumerable<ISlotReader> readers, IOptions<AnsweringOptions> answering)
{
    private const int MaxCandidates = 5;

    // A worse fit is not worth a line in the trace.
    private const double Traced = 0.3;

    // What an author calls an example of a question fits well.
    private const double Sure = 0.75;

    // As short as an answer to "¿De qué año?" is.
    private const int MaxAnswerWords = 8;

    private readonly IReadOnlyList<ISlotReader> _readers = [.. readers];

    private double From => answering.Value.ToolsFrom;

    /// <summary>Decides.</summary>
    /// <param name="asked">The question as asked.</param>
    /// <param name="found">What the documents say.</param>
    /// <param name="earlier">The turns before it.</param>
    public ToolDecision Decide(Question asked, FoundEvidence found, EarlierTurns earlier)
    {
        if (found.Search.Rules is not null || functions.All.Count == 0)
        {
            return new ToolDecision(ToolChoice.Documents, [], []);
        }

        var cited = CitedBy(earlier);
        var reading = found.Asked ?? AskedQuestion.Of(found.Question.Text);
        var candidates = Fit(Readings(reading, AskedQuestion.Of(asked.Text)), cited);
        if (candidates.FirstOrDefault(call => call.Missing.Count == 0) is { } best && best.Score >= From)
        {
            return new ToolDecision(DocumentsAnswerToo(best, found) ? ToolChoice.Both : ToolChoice.Tool, [best], candidates);
        }

        if (OfParts(reading, found, cited, candidates) is { } parts)
        {
            return parts;
        }

        return candidates.FirstOrDefault() is { Missing.Count: > 0 } first && first.Score >= From && LacksWhatIsAsked(found)
            ? new ToolDecision(ToolChoice.Ask, [first], candidates)
            : new ToolDecision(ToolChoice.Documents, [], candidates);
    }

    /// <summary>
    /// The question before, completed by what is now said, if a tool asked for it: "¿Cuántos aprendices me tocan?" and then "80 trabajadores". Null otherwise.
    /// </summary>
    public string? Complete(Question asked, EarlierTurns earlier)
    {
        if (earlier.All is not [.., var last] || SpanishAnalyzer.Words(asked.Text).Count > MaxAnswerWords)
        {
            return null;
        }

        var open = Fit([ToolQuestion.Of(last.StandaloneQuestion, "", _readers)], CitedBy(earlier)).FirstOrDefault();
        if (open is not { Missing.Count: > 0 } || open.Score < From)
        {
            return null;
        }

        var whole = $"{last.StandaloneQuestion.TrimEnd()} {asked.Text.Trim()}";
        var filled = Fit([ToolQuestion.Of(whole, "", _readers)], CitedBy(earlier)).FirstOrDefault();
        return filled is { Missing.Count: 0 } && filled.Function == open.Function && filled.Score >= From ? whole : null;
    }

    /// <summary>The functions that a question comes near, the best first, whatever the documents say.</summary>
    public IReadOnlyList<RoutedCall> Near(AskedQuestion reading) => Fit(Readings(reading, own: null), cited: "");

    /// <summary>Reads one question for one function, whatever others say; null if no pattern comes near.</summary>
    /// <param name="function">The function.</param>
    /// <param name="question">The question.</param>
    /// <param name="readers">Find the values.</param>
    public static RoutedCall? Read(AnsweringFunction function, string question, IEnumerable<ISlotReader> readers) =>
        Best(function, [ToolQuestion.Of(question, "", readers)], cited: "") is { Score: >= Sure } call ? call : null;

    /// <summary>How likely one of some functions answers, 0 to 1, from what they say about themselves; for those without a pattern that fits.</summary>
    /// <param name="decision">How the question was routed.</param>
    /// <param name="question">The question.</param>
    /// <param name="offered">The functions that a model may call.</param>
    public static double Likelihood(ToolDecision decision, string question, IEnumerable<KernelFunction> offered)
    {
        var asked = SpanishAnalyzer.Stem(question).ToHashSet(StringComparer.Ordinal);
        var best = 0.0;
        foreach (var function in offered)
        {
            var fit = decision.Candidates
                .Where(call => call.Function.Function.Name == function.Name && call.Function.Function.PluginName == function.PluginName)
                .Select(call => call.Score).DefaultIfEmpty().Max();
            var said = $"{function.Description} {string.Join(' ', function.Metadata.Parameters.Select(parameter => parameter.Description))}";
            var shared = asked.Count == 0 ? 0 : (double)SpanishAnalyzer.Stem(said).Distinct(StringComparer.Ordinal).Count(asked.Contains) / asked.Count;
            best = Math.Max(best, Math.Max(fit, shared));
        }

        return best;
    }

    private ToolDecision? OfParts(AskedQuestion reading, FoundEvidence found, string cited, IReadOnlyList<RoutedCall> candidates)
    {
        if (reading.Parts.Count < 2)
        {
            return null;
        }

        var routed = reading.Parts
            .Select(part => (Part: part, Call: Fit([ToolQuestion.Of(part, reading.Story, _readers)], cited).FirstOrDefault()))
            .Where(it => it.Call is { Missing.Count: 0 } call && call.Score >= From)
            .ToList();
        if (routed.Count == 0)
        {
            return null;
        }

        var isAll = routed.Count == reading.Parts.Count;
        var hasDocuments = found.Parts.Any(part => part.IsAnswered && !routed.Exists(it => it.Part == part.Question));
        return new ToolDecision(
            isAll || !hasDocuments ? ToolChoice.Tool : ToolChoice.Both, routed.ConvertAll(it => it.Call!), candidates)
        {
            Parts = isAll ? null : routed.ConvertAll(it => it.Part),
        };
    }

    // "¿Cuántos aprendices debo contratar?" is not answered by a sentence that counts none.
    private bool LacksWhatIsAsked(FoundEvidence found) =>
        found.Confidence < answering.Value.UncertainBelow
        || (found.Parts is [{ Quotes: [var first, ..] }, ..] && first.Features[QuoteFeature.StrictKind] < 0);

    // They do if what they would quote first speaks of the very values that the question gives: a rule without them is what the tool calculates with.
    private bool DocumentsAnswerToo(RoutedCall call, FoundEvidence found)
    {
        if (found.Confidence < answering.Value.UncertainBelow || found.Parts is not [{ Quotes: [var first, ..] }, ..] || call.Asked.Length == 0)
        {
            return false;
        }

        var quote = SpanishAnalyzer.Fold(first.Text);
        return call.Values.Values.All(value => WordsOf(value.Shown).All(word => Holds(quote, word)));

        static IEnumerable<string> WordsOf(string shown) => SpanishAnalyzer.Fold(shown).Split(' ').Where(word => !SpanishAnalyzer.IsStopWord(word));

        static bool Holds(string text, string word)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (WordBoundary.IsAt(text, at) && WordBoundary.IsAt(text, at + word.Length))
                {
                    return true;
                }
            }

            return false;
        }
    }

    // The question with and without what leads into it, and as it was before it was completed: "¿De cuándo es esto?" needs no completion.
    private IEnumerable<ToolQuestion> Readings(AskedQuestion reading, AskedQuestion? own)
    {
        own ??= reading;
        var led = reading.Alone == reading.Core ? reading.Situation : $"{reading.Situation} {reading.Core}";
        return new[] { (reading.Core, reading.Situation), (reading.Alone, led), (own.Core, own.Situation), (reading.Told, "") }
            .Distinct()
            .Select(it => ToolQuestion.Of(it.Item1, it.Item2, _readers));
    }

    private List<RoutedCall> Fit(IEnumerable<ToolQuestion> readings, string cited)
    {
        var read = readings.ToList();
        return
        [
            .. functions.All.Select(function => Best(function, read, cited)).OfType<RoutedCall>()
                .Where(call => call.Score >= Traced)
                .OrderByDescending(call => call.Score)
                .ThenBy(call => call.Missing.Count)
                .ThenByDescending(call => call.Held)
                .ThenByDescending(call => call.Likeness)
                .ThenBy(call => call.Function.Name, StringComparer.Ordinal)
                .Take(MaxCandidates),
        ];
    }

    private static RoutedCall? Best(AnsweringFunction function, List<ToolQuestion> readings, string cited) => function.Patterns
        .SelectMany(pattern => readings.Select(reading => (pattern, Fit: PatternMatch.Of(pattern, reading, cited))))
        .OrderByDescending(it => it.Fit.Score)
        .ThenBy(it => it.Fit.Missing.Count)
        .ThenByDescending(it => it.Fit.Held)
        .ThenByDescending(it => it.Fit.Likeness)
        .Select(it => new RoutedCall(function, it.pattern.Text, Math.Round(it.Fit.Score, 4), it.Fit.Values, it.Fit.Missing)
        {
            AskBack = it.Fit.Missing is [var name, ..] ? function.Asks.GetValueOrDefault(name) ?? AnswerTexts.AskFor(it.pattern.KindOf(name)) : null,
            Likeness = it.Fit.Likeness,
            Held = it.Fit.Held,
        })
        .FirstOrDefault();

    private static string CitedBy(EarlierTurns earlier) =>
        earlier.All is [.., var last] ? string.Join(',', last.Citations.Select(citation => citation.PassageId).Distinct(StringComparer.Ordinal)) : "";
}
