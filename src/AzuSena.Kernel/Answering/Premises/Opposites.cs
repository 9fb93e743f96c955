using AzuSena.Answering.Grounding;
using AzuSena.Spanish;

namespace AzuSena.Answering.Premises;

/// <summary>Words that express the opposite of others without a "no": stating that something is free denies that it is charged for.</summary>
internal static class Opposites
{
    private static readonly (SameMeaning One, SameMeaning Other)[] Pairs =
    [
        (new("cobra cobran cobrar cobro cuesta cuestan costar costo costos vale valen precio tarifa pagar pago paga pagan dinero"),
            new("gratuita gratuito gratuitos gratuitas gratis gratuidad")),
        (new("obligatorio obligatoria obligatorios obligan obliga"), new("voluntario voluntaria opcional opcionales")),
        (new("prohíbe prohíben prohibido prohibida prohibidos"), new("permite permiten permitido permitida")),
        (new("privada privado"), new("pública público")),
    ];

    /// <summary>The sides that a claim affirms, each with its opposite.</summary>
    public static IEnumerable<(SameMeaning Own, SameMeaning Other)> Of(Claim claim) => Pairs
        .SelectMany(pair => new[] { (Own: pair.One, pair.Other), (Own: pair.Other, Other: pair.One) })
        .Where(pair => claim.Stems.Any(stem => pair.Own.Stems.Contains(stem) && !claim.Polarity.Denied.Contains(stem)));

    /// <summary>Whether a sentence states the opposite of what a premise denies, and so agrees with the premise.</summary>
    public static bool Agree(Polarity premise, Polarity said) => Pairs
        .SelectMany(pair => new[] { (Own: pair.One, pair.Other), (Own: pair.Other, Other: pair.One) })
        .Any(pair => premise.Denied.Overlaps(pair.Own.Stems) && said.Affirmed.Overlaps(pair.Other.Stems));

    /// <summary>The search texts for the opposite of a text, one for each side that it affirms.</summary>
    public static IEnumerable<string> Restate(string text) => Of(Claim.Of(text)).Select(pair =>
    {
        var others = SpanishAnalyzer.Words(text)
            .Select(range => text[range])
            .Where(word => !pair.Own.Stems.Contains(SpanishAnalyzer.StemOf(SpanishAnalyzer.Fold(word))));
        return string.Join(' ', [.. others, pair.Other.Text]);
    });
}

/// <summary>Words with the same meaning.</summary>
internal sealed class SameMeaning
{
    /// <param name="text">The words, separated by spaces.</param>
    public SameMeaning(string text)
    {
        Text = text;
        Words = text.Split(' ').Select(word => SpanishAnalyzer.Fold(word)).ToHashSet(StringComparer.Ordinal);
        Stems = Words.Select(SpanishAnalyzer.StemOf).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The words as written.</summary>
    public string Text { get; }

    /// <summary>The folded words; stems alone would confuse "válido" and "vale".</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>The stems.</summary>
    public IReadOnlySet<string> Stems { get; }
}
