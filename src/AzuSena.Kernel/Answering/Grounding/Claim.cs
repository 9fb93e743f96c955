using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding.Facts;
using AzuSena.Language;

namespace AzuSena.Answering.Grounding;

/// <summary>A sentence of an answer, analysed: what has to be found in the passages.</summary>
internal sealed partial class Claim
{
    private Claim(string text)
    {
        Text = text;
        Literals = Literals.Of(text);
        Stems = [.. SpanishAnalyzer.Analyze(text).Where(term => !Literals.Covers(term.Start, term.Start + term.Length)).Select(term => term.Stem).Distinct(StringComparer.Ordinal)];
        Numbers = [.. Literals.Numbers.Where(number => !number.IsLoose)];
        Denied = Negation.DeniedStems(text);
    }

    /// <summary>The sentence without list marks and emphasis.</summary>
    public string Text { get; }

    /// <summary>What stands literally in it.</summary>
    public Literals Literals { get; }

    /// <summary>Its numbers that have to be proved.</summary>
    public IReadOnlyList<Fact> Numbers { get; }

    /// <summary>Its distinct stems, without those of its literals.</summary>
    public IReadOnlyList<string> Stems { get; }

    /// <summary>The stems that it denies.</summary>
    public IReadOnlySet<string> Denied { get; }

    /// <summary>Whether there is nothing in it to look for.</summary>
    public bool IsEmpty => Stems.Count == 0 && Numbers.Count == 0 && Literals.Dates.Count == 0 && Literals.Legal.Laws.Count == 0 && Literals.Legal.Articles.Count == 0;

    /// <summary>Reads a sentence as it stands in an answer, Markdown included.</summary>
    public static Claim Of(string sentence) => new(Markup().Replace(ListMark().Replace(sentence, ""), "${label}"));

    // The number of a step is no number of the answer.
    [GeneratedRegex(@"^\s*(?:(?:\d{1,2}[.)]|[-*•+]|#{1,6}|>)\s+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"\*\*|__|`|\[(?<label>[^\]\n]{1,200})\]\([^)\n]{0,500}\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();
}
