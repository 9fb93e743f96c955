using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding.Facts;
using AzuSena.Spanish;

namespace AzuSena.Answering.Grounding;

/// <summary>A sentence of an answer, analysed: what has to be found in the passages.</summary>
internal sealed partial class Claim
{
    private Claim(string text)
    {
        Text = text;
        Literals = Literals.Of(text);
        Terms = SpanishAnalyzer.Analyze(text).FindAll(term => !Literals.Covers(term.Start, term.Start + term.Length));
        Stems = [.. Terms.Select(term => term.Stem).Distinct(StringComparer.Ordinal)];
        Numbers = [.. Literals.Numbers.Where(number => !number.IsLoose)];
        Polarity = Polarity.Of(text);
        Words = SpanishAnalyzer.Words(text).Select(range => SpanishAnalyzer.Fold(text.AsSpan()[range])).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The sentence without list marks and emphasis.</summary>
    public string Text { get; }

    /// <summary>What stands literally in it.</summary>
    public Literals Literals { get; }

    /// <summary>Its numbers that have to be proved.</summary>
    public IReadOnlyList<Fact> Numbers { get; }

    /// <summary>Its terms, in order, without those of its literals.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Its distinct stems, without those of its literals.</summary>
    public IReadOnlyList<string> Stems { get; }

    /// <summary>Its folded words.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>What it denies and affirms.</summary>
    public Polarity Polarity { get; }

    /// <summary>Whether there is nothing in it to look for.</summary>
    public bool IsEmpty => Stems.Count == 0 && Numbers.Count == 0 && Literals.Dates.Count == 0 && Literals.Legal.Laws.Count == 0 && Literals.Legal.Articles.Count == 0;

    /// <summary>Reads a sentence as it stands in an answer, Markdown included.</summary>
    public static Claim Of(string sentence) => new(InlineMarks.Remove(ListMark().Replace(sentence, "")));

    // The number of a step is no number of the answer.
    [GeneratedRegex(@"^\s*(?:(?:\d{1,2}[.)]|[-*•+]|#{1,6}|>)\s+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ListMark();
}
