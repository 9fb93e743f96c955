using System.Collections.Frozen;
using AzuSena.Spanish;

namespace AzuSena.Answering.Grounding;

/// <summary>What a sentence denies, i.e. the content words directly after a negation, and what it affirms.</summary>
/// <param name="Denied">The denied stems.</param>
/// <param name="Affirmed">The other stems.</param>
/// <param name="Denials">The number of negations.</param>
internal sealed record Polarity(IReadOnlySet<string> Denied, IReadOnlySet<string> Affirmed, int Denials)
{
    // The number of content words after a negation that count as denied.
    private const int Reach = 2;

    private static readonly FrozenSet<string> DenialWords = new[]
    {
        "no", "nunca", "jamas", "tampoco", "ni", "sin", "ningun", "ninguno", "ninguna", "nadie", "nada", "prohibe", "prohibido", "prohibida", "carece",
        "excepto", "salvo",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the folded <paramref name="word"/> is a negation.</summary>
    public static bool IsDenial(string word) => DenialWords.Contains(word);

    /// <summary>Analyses a sentence.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="reach">How many content words after a negation, within its clause, count as denied.</param>
    public static Polarity Of(string text, int reach = Reach)
    {
        var denied = new HashSet<string>(StringComparer.Ordinal);
        var affirmed = new HashSet<string>(StringComparer.Ordinal);
        var denials = 0;
        var left = 0;
        var last = 0;
        foreach (var range in SpanishAnalyzer.Words(text))
        {
            var word = SpanishAnalyzer.Fold(text.AsSpan()[range]);
            left = text.AsSpan()[last..range.Start.Value].IndexOfAny(".;:,\n") >= 0 ? 0 : left;
            last = range.End.Value;
            if (IsDenial(word))
            {
                // "no solo … sino también" denies nothing.
                left = text.AsSpan(range.End.Value).TrimStart().StartsWith("sol", StringComparison.OrdinalIgnoreCase) ? 0 : reach;
                denials += left > 0 ? 1 : 0;
            }
            else if (!SpanishAnalyzer.IsStopWord(word))
            {
                (left > 0 ? denied : affirmed).Add(SpanishAnalyzer.StemOf(word));
                left--;
            }
        }

        return new Polarity(denied, affirmed, denials);
    }
}
