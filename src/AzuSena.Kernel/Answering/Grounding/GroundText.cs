using AzuSena.Answering.Grounding.Facts;
using AzuSena.Passages;
using AzuSena.Spanish;
using AzuSena.Spanish.Legal;

namespace AzuSena.Answering.Grounding;

/// <summary>A sentence or list of a passage, analysed.</summary>
/// <param name="Text">The text that it stands in.</param>
/// <param name="Span">Where.</param>
/// <param name="Stems">Its distinct stems.</param>
/// <param name="Context">The stems of what it stands under and behind: title, headings, the sentence before.</param>
/// <param name="Words">Its folded words.</param>
/// <param name="Literals">What stands literally in it.</param>
/// <param name="Numbers">The keys of the numbers that it proves.</param>
/// <param name="Polarity">What it denies and affirms.</param>
/// <param name="Before">What stands before it.</param>
internal sealed record GroundUnit(
    GroundText Text, Range Span, HashSet<string> Stems, HashSet<string> Context, HashSet<string> Words, Literals Literals, HashSet<string> Numbers, Polarity Polarity, GroundUnit? Before);

/// <summary>A passage, or what a tool gave, made ready for sentences to be held against it.</summary>
internal sealed class GroundText
{
    private GroundText(int number, Passage? passage, string text, string place, string source)
    {
        Number = number;
        Passage = passage;
        Place = Literals.Of(place);
        Source = Literals.Of(source);
        PlaceWords = Words(place);
        Units = Split(text, SpanishAnalyzer.Stem(place));
        OwnLaws = [.. (passage?.Locator?.Rule is { } rule ? [Mention(rule.Law)] : Array.Empty<LawMention>()), .. Place.Legal.Laws];
    }

    /// <summary>The number that cites it; 0 for what cannot be cited.</summary>
    public int Number { get; }

    /// <summary>The passage; null for what a tool gave.</summary>
    public Passage? Passage { get; }

    /// <summary>Its sentences and lists.</summary>
    public IReadOnlyList<GroundUnit> Units { get; }

    /// <summary>What stands literally in its title, headings and locator.</summary>
    public Literals Place { get; }

    /// <summary>What stands literally in its document's source.</summary>
    public Literals Source { get; }

    /// <summary>The folded words of title and headings.</summary>
    public IReadOnlySet<string> PlaceWords { get; }

    /// <summary>The law that it is a part or the subject of, if any.</summary>
    public IReadOnlyList<LawMention> OwnLaws { get; }

    /// <summary>A passage under the number that cites it.</summary>
    public static GroundText Of(int number, Passage passage) => new(number, passage, passage.Text, passage.Place, passage.Document.Source ?? "");

    /// <summary>What a tool gave.</summary>
    public static GroundText OfTool(string result) => new(0, null, result, "", "");

    /// <summary>A law as a text would name it.</summary>
    public static LawMention Mention(LawName law) => new(law.Number is null ? LegalReferences.Named : law.Kind, law.Number ?? SpanishAnalyzer.Fold(law.Name), law.Year, 0, 0);

    private static HashSet<string> Words(string text) => SpanishAnalyzer.Words(text).Select(range => SpanishAnalyzer.Fold(text.AsSpan()[range])).ToHashSet(StringComparer.Ordinal);

    private List<GroundUnit> Split(string text, List<string> place)
    {
        var units = new List<GroundUnit>();
        foreach (var unit in PassageUnits.Split(text))
        {
            var written = text[unit.Span];
            var literals = Literals.Of(written);
            var context = place.Concat(SpanishAnalyzer.Stem(unit.Heading ?? "")).ToHashSet(StringComparer.Ordinal);
            context.UnionWith(units.Count > 0 ? units[^1].Stems : []);
            units.Add(new GroundUnit(
                this, unit.Span, SpanishAnalyzer.Stem(written).ToHashSet(StringComparer.Ordinal), context, Words(written), literals, literals.ProvenNumbers().ToHashSet(StringComparer.Ordinal), Polarity.Of(written), units.LastOrDefault()));
        }

        return units;
    }
}
