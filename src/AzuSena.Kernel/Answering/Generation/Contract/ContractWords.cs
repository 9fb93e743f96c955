using System.Buffers;
using System.Collections.Frozen;
using AzuSena.Spanish;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>The word lists by which the form of a reply is recognised (<c>words.txt</c>).</summary>
internal static class ContractWords
{
    // A name or a title may bring one along.
    private const int MinForeign = 2;

    private static readonly SearchValues<char> SpanishLetters = SearchValues.Create("ñáéíóú¿¡");

    private static readonly Dictionary<string, FrozenSet<string>> Lists = NamedLines.Read(typeof(ContractWords), "words.txt")
        .ToDictionary(line => line.Name, line => line.Value.Split(' ').Select(Lower).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Spanish = Lists["Spanish"];
    private static readonly FrozenSet<string> Chatter = Lists["Chatter"].Select(SpanishAnalyzer.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>[] Foreign =
        [.. new[] { "English", "Portuguese", "French" }.Select(language => Lists[language].Except(Spanish).ToFrozenSet(StringComparer.Ordinal))];

    /// <summary>Whether a text is in another language, or in another script.</summary>
    public static bool IsForeign(string text)
    {
        var words = SpanishAnalyzer.Words(text).ConvertAll(range => Lower(text[range]));
        var spanish = words.Count(Spanish.Contains);
        return Foreign.Any(language => words.Count(language.Contains) is var count && count >= MinForeign && count > spanish) || IsOtherScript(text);
    }

    /// <summary>Whether a text has a word of another language.</summary>
    public static bool HasForeign(string text) => SpanishAnalyzer.Words(text).Exists(range => Foreign.Any(language => language.Contains(Lower(text[range]))));

    /// <summary>Whether a text has a word or letter of Spanish.</summary>
    public static bool HasSpanish(string text) =>
        text.AsSpan().ContainsAny(SpanishLetters) || SpanishAnalyzer.Words(text).Exists(range => Spanish.Contains(Lower(text[range])));

    /// <summary>Whether a text, such as "¡Claro! Con gusto te ayudo", says nothing about the question.</summary>
    public static bool IsChatter(string text) =>
        SpanishAnalyzer.Words(text) is { Count: > 0 } words && words.TrueForAll(range => Chatter.Contains(SpanishAnalyzer.Fold(text.AsSpan()[range])));

    private static bool IsOtherScript(string text) => 2 * text.Count(letter => char.IsLetter(letter) && letter > '\u024F') > text.Count(char.IsLetter);

    private static string Lower(string word) => word.ToLowerInvariant();
}
