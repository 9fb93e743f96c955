using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding;
using AzuSena.Answers;
using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>
/// Finds the exceptions that a reply leaves out: told to be short, models do. They are the sentences beside the one that the lead rests on, and that sentence
/// itself, if they limit it ("salvo", "a menos que", "no aplica") and the reply does not say so.
/// </summary>
/// <param name="passages">The passages; the first is cited as [1].</param>
internal sealed partial class OmittedExceptions(IReadOnlyList<Passage> passages)
{
    private const int MaxQuoted = 2;
    private const int SentencesBehind = 2;
    private const double IsSaid = 0.6;

    private readonly SentenceGrounder _grounder = new(passages);

    /// <summary>The omitted sentences, in the order of the passages, with their citations.</summary>
    /// <param name="lead">The sentences that answer.</param>
    /// <param name="reply">The whole reply.</param>
    public IReadOnlyList<Citation> Of(IReadOnlyList<ReplySentence> lead, string reply)
    {
        var said = SpanishAnalyzer.Stem(reply).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. lead.Where(sentence => !sentence.IsLeadIn && !sentence.IsHeading)
                .SelectMany(sentence => _grounder.Hold(sentence.Text, sentence.Finished.Marks).Evidence)
                .Where(evidence => evidence.Number > 0)
                .SelectMany(evidence => Beside(evidence, said))
                .DistinctBy(citation => (citation.Number, citation.Start))
                .Take(MaxQuoted)
        ];
    }

    private IEnumerable<Citation> Beside(Grounding.Evidence evidence, HashSet<string> said)
    {
        var passage = passages[evidence.Number - 1];
        var units = PassageUnits.Split(passage.Text);
        var at = units.FindIndex(unit => unit.Span.GetOffsetAndLength(passage.Text.Length).Offset == evidence.Start);
        if (at < 0)
        {
            yield break;
        }

        for (var i = Math.Max(0, at - 1); i < Math.Min(units.Count, at + 1 + SentencesBehind); i++)
        {
            if (!units[i].IsList && units[i].Heading == units[at].Heading && Limits(passage.Text, units[at], units[i]) is { } clause && !Says(said, clause))
            {
                var (start, length) = units[i].Span.GetOffsetAndLength(passage.Text.Length);
                yield return Citation.Of(evidence.Number, passage, start, start + length);
            }
        }
    }

    // In another paragraph, only a sentence that begins with the exception belongs to the one before.
    private static string? Limits(string text, PassageUnit rule, PassageUnit unit)
    {
        var sentence = text[unit.Span];
        var match = Exception().Match(sentence);
        return !match.Success ? null
            : IsSameParagraph(text, rule, unit) || (match.Index == 0 && unit.Span.Start.Value > rule.Span.Start.Value) ? sentence[match.Index..]
            : null;
    }

    private static bool IsSameParagraph(string text, PassageUnit a, PassageUnit b)
    {
        var (first, second) = a.Span.Start.Value <= b.Span.Start.Value ? (a, b) : (b, a);
        return first.Span.Equals(second.Span) || !text[first.Span.End..second.Span.Start].Contains('\n');
    }

    private static bool Says(HashSet<string> said, string clause)
    {
        var stems = SpanishAnalyzer.Stem(clause).Distinct(StringComparer.Ordinal).ToList();
        return stems.Count(said.Contains) >= IsSaid * stems.Count;
    }

    [GeneratedRegex(
        @"\b(salvo|excepto|exceptuando|a excepción de|con excepción de|excepción|a menos que|s[oó]lo si|solamente si|únicamente si|siempre que|siempre y cuando"
        + @"|no (se )?aplican?|no procede|no cubre|sin embargo|no obstante)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Exception();
}
