using AzuSena.Answering.Grounding;
using AzuSena.Language;

namespace AzuSena.Answering.Premises;

/// <summary>Words that say the opposite of others without a "no": who says that something is free denies that it is charged for.</summary>
internal static class Opposites
{
    private static readonly (HashSet<string> One, HashSet<string> Other)[] Pairs =
    [
        (Stems("cobra cobran cobrar cobro cuesta cuestan costar costo costos vale valen precio tarifa pagar pago paga pagan"), Stems("gratuita gratuito gratuitos gratuitas gratis gratuidad")),
        (Stems("obligatorio obligatoria obligatorios obligan obliga"), Stems("voluntario voluntaria opcional opcionales")),
        (Stems("prohíbe prohíben prohibido prohibida prohibidos"), Stems("permite permiten permitido permitida")),
        (Stems("privada privado"), Stems("pública público")),
    ];

    /// <summary>The stems of a claim that belong to one side of a pair, with the stems of the other side; none where it is on neither or denies its side.</summary>
    public static IEnumerable<(HashSet<string> Own, HashSet<string> Other)> Of(Claim claim) => Pairs
        .SelectMany(pair => new[] { (pair.One, pair.Other), (pair.Other, pair.One) })
        .Where(pair => claim.Stems.Any(stem => pair.Item1.Contains(stem) && !claim.Polarity.Denied.Contains(stem)));

    private static HashSet<string> Stems(string words) => SpanishAnalyzer.Words(words).Select(range => SpanishAnalyzer.StemOf(SpanishAnalyzer.Fold(words[range]))).ToHashSet(StringComparer.Ordinal);
}
