using System.Text.RegularExpressions;
using AzuSena.Language;

namespace AzuSena.Answering.Readings;

/// <summary>Finds the question in a text that says more: a story told before it, a greeting, markup or an instruction around it.</summary>
internal static partial class QuestionCore
{
    // With fewer terms of its own a question leans on what was told before it ("¿y ahora qué hago?").
    private const int MinTerms = 2;

    /// <summary>The last sentence of <paramref name="text"/> that asks; null where that is all of it, or says too little by itself.</summary>
    public static string? Of(string text)
    {
        var core = Asking().Matches(Markup().Replace(text, " ")).LastOrDefault()?.Value.Trim();
        return core is not null && TermsOf(core) is var own && own >= MinTerms && own < TermsOf(text) ? core : null;
    }

    private static int TermsOf(string text) => SpanishAnalyzer.Stem(text).Distinct(StringComparer.Ordinal).Count();

    [GeneratedRegex(@"¿[^?¿]+\?|(?<=[.!?;:\n]\s*)[^.!?;:\n¿]+\?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asking();

    [GeneratedRegex(@"<[^<>]{1,200}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Markup();
}
