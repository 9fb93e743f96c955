using System.Collections.Frozen;
using AzuSena.Language;

namespace AzuSena.Answering.Grounding;

/// <summary>What a sentence denies: the content words that stand right behind a word of denial.</summary>
internal static class Negation
{
    // So many content words behind a denial are taken to be denied.
    private const int Reach = 2;

    private static readonly FrozenSet<string> Denials = new[]
    {
        "no", "nunca", "jamas", "tampoco", "ni", "sin", "ningun", "ninguno", "ninguna", "nadie", "nada", "prohibe", "prohibido", "prohibida", "carece", "excepto", "salvo",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the folded <paramref name="word"/> denies.</summary>
    public static bool IsDenial(string word) => Denials.Contains(word);

    /// <summary>The stems that <paramref name="text"/> denies.</summary>
    public static HashSet<string> DeniedStems(string text)
    {
        var denied = new HashSet<string>(StringComparer.Ordinal);
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
                left = text.AsSpan(range.End.Value).TrimStart().StartsWith("sol", StringComparison.OrdinalIgnoreCase) ? 0 : Reach;
            }
            else if (left > 0 && !SpanishAnalyzer.IsStopWord(word))
            {
                denied.Add(SpanishAnalyzer.StemOf(word));
                left--;
            }
        }

        return denied;
    }
}
