using System.Collections.Frozen;
using AzuSena.Spanish;

namespace AzuSena.Answering.Grounding;

/// <summary>What a sentence denies, which are the content words right behind a word of denial, and what it does not.</summary>
/// <param name="Denied">The stems that it denies.</param>
/// <param name="Affirmed">The stems that it says without a denial.</param>
/// <param name="Denials">How many words of denial it has.</param>
internal sealed record Polarity(IReadOnlySet<string> Denied, IReadOnlySet<string> Affirmed, int Denials)
{
    // So many content words behind a denial are taken to be denied.
    private const int Reach = 2;

    private static readonly FrozenSet<string> DenialWords = new[]
    {
        "no", "nunca", "jamas", "tampoco", "ni", "sin", "ningun", "ninguno", "ninguna", "nadie", "nada", "prohibe", "prohibido", "prohibida", "carece", "excepto", "salvo",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the folded <paramref name="word"/> denies.</summary>
    public static bool IsDenial(string word) => DenialWords.Contains(word);

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="reach">How many content words behind a denial, within its clause, are taken to be denied.</param>
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
