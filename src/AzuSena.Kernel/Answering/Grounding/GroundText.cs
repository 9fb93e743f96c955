using AzuSena.Answering.Grounding.Facts;
using AzuSena.Passages;
using AzuSena.Spanish;
using AzuSena.Spanish.Legal;

namespace AzuSena.Answering.Grounding;

/// <summary>An analysed sentence or list of a passage.</summary>
/// <param name="Text">The text that contains it.</param>
/// <param name="Span">Its range in the text.</param>
/// <param name="Stems">Its distinct stems.</param>
/// <param name="Context">The stems of its context: title, headings, the sentence before.</param>
/// <param name="Words">Its folded words.</param>
/// <param name="Literals">Its literals.</param>
/// <param name="Numbers">The keys of the numbers that it proves.</param>
/// <param name="Polarity">What it denies and affirms.</param>
/// <param name="Before">The text before it.</param>
internal sealed record GroundUnit(
    GroundText Text, Range Span, HashSet<string> Stems, HashSet<string> Context,
    HashSet<string> Words, Literals Literals, HashSet<string> Numbers, Polarity Polarity, GroundUnit? Before);

/// <summary>A passage or tool result, prepared for checking sentences against it.</summary>
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

    /// <summary>The citation number; 0 if it cannot be cited.</summary>
    public int Number { get; }

    /// <summary>The passage; null for a tool result.</summary>
    public Passage? Passage { get; }

    /// <summary>Its sentences and lists.</summary>
    public IReadOnlyList<GroundUnit> Units { get; }

    /// <summary>The literals of its title, headings and locator.</summary>
    public Literals Place { get; }

    /// <summary>The literals of its document's source.</summary>
    public Literals Source { get; }

    /// <summary>The folded words of title and headings.</summary>
    public IReadOnlySet<string> PlaceWords { get; }

    /// <summary>The law that it belongs to or is about, if any.</summary>
    public IReadOnlyList<LawMention> OwnLaws { get; }

    /// <summary>Prepares a passage with its citation number.</summary>
    public static GroundText Of(int number, Passage passage) => new(number, passage, passage.Text, passage.Place, passage.Document.Source ?? "");

    /// <summary>The law as it would be mentioned in a text.</summary>
    public static LawMention Mention(LawName law) =>
        new(law.Number is null ? LegalReferences.Named : law.Kind, law.Number ?? SpanishAnalyzer.Fold(law.Name), law.Year, 0, 0);

    private static HashSet<string> Words(string text) =>
        SpanishAnalyzer.Words(text).Select(range => SpanishAnalyzer.Fold(text.AsSpan()[range])).ToHashSet(StringComparer.Ordinal);

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
                this,
                unit.Span,
                SpanishAnalyzer.Stem(written).ToHashSet(StringComparer.Ordinal),
                context,
                Words(written),
                literals,
                literals.ProvenNumbers().ToHashSet(StringComparer.Ordinal),
                Polarity.Of(written),
                units.LastOrDefault()));
        }

        return units;
    }
}
