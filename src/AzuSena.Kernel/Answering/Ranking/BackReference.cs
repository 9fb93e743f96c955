using System.Text.RegularExpressions;

namespace AzuSena.Answering.Ranking;

/// <summary>Recognises sentences that refer back to the previous one ("Por esa razón…", "Este…", "También…").</summary>
internal static partial class BackReference
{
    /// <summary>Whether <paramref name="sentence"/> starts with a reference back.</summary>
    public static bool IsAtStartOf(string sentence) => Start().IsMatch(sentence);

    [GeneratedRegex(
        @"^(- )?(Est[aeo]s?|Es[aeo]s?|Dich[oa]s?|Ambos|Ambas|Así|Además|También|Tampoco|Entonces|Sin embargo|No obstante|En cambio|Por (eso|ello|esto"
        + @"|tanto|lo tanto|es[ae]|est[ae])|(En|De|A|Con|Para|Desde) (est|es)[aeo]s?|De lo contrario|Por el contrario|Luego|Después)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Start();
}
