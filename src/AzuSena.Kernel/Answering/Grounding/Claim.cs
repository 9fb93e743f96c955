using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding.Facts;
using AzuSena.Spanish;

namespace AzuSena.Answering.Grounding;

/// <summary>An analysed sentence of an answer: what the passages must contain.</summary>
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

    /// <summary>The literals of the sentence.</summary>
    public Literals Literals { get; }

    /// <summary>The numbers that must be proved.</summary>
    public IReadOnlyList<Fact> Numbers { get; }

    /// <summary>The terms, in order, except those of literals.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The distinct stems, except those of literals.</summary>
    public IReadOnlyList<string> Stems { get; }

    /// <summary>The folded words.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>What the sentence denies and affirms.</summary>
    public Polarity Polarity { get; }

    /// <summary>Whether there is nothing to check.</summary>
    public bool IsEmpty =>
        Stems.Count == 0 && Numbers.Count == 0 && Literals.Dates.Count == 0 && Literals.Legal.Laws.Count == 0 && Literals.Legal.Articles.Count == 0;

    /// <summary>Analyses a sentence of an answer, which may contain Markdown.</summary>
    public static Claim Of(string sentence) => new(InlineMarks.Remove(ListMark().Replace(sentence, "")));

    // The number of a list item is not a number of the answer.
    [GeneratedRegex(
        @"^\s*(?:(?:\d{1,2}[.)]|[-*•+]|#{1,6}|>)\s+)+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ListMark();
}
