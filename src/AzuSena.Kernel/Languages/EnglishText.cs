using System.Collections.Frozen;
using AzuSena.Spanish;

namespace AzuSena.Languages;

/// <summary>Distinguishes English from Spanish by their most frequent function words.</summary>
internal static class EnglishText
{
    private const int MinWords = 2;

    private static readonly FrozenSet<string> English = Words(
        """
        a an and any are at be but by can could did do does for from get had has have how i if in is it its long many may much must my need of on or
        our shall she should than that the their them then there these they this to was we were what when where which who whom whose why will with
        would you your
        """);

    private static readonly FrozenSet<string> Asking = Words("how is are do does did what when where which who whom whose why can could may must should");

    private static readonly FrozenSet<string> Spanish = Words(
        """
        a al ante como con cual cuando cuanto cuantos de del desde donde el ella en entre es esta este esto hasta hay la las lo los me mi mis muy no
        nos o para pero por porque que quien quienes se ser si sin sobre son su sus te tengo tiene tu un una uno y ya yo
        """);

    /// <summary>Whether a text is mostly English.</summary>
    public static bool Is(string text)
    {
        var words = SpanishAnalyzer.Words(text).ConvertAll(range => SpanishAnalyzer.Fold(text[range]));
        var english = words.Count(English.Contains);
        return (english >= MinWords || (words is [var first, ..] && Asking.Contains(first))) && english > words.Count(Spanish.Contains);
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
