using System.Buffers;
using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Readings;

/// <summary>Finds the question in a longer text: after a story, or within a greeting, markup or an instruction.</summary>
internal static partial class EmbeddedQuestion
{
    // A question with fewer terms depends on the preceding text ("¿y ahora qué hago?").
    private const int MinTerms = 2;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!;:\n¿");

    /// <summary>The last question in <paramref name="text"/>; null if it is the whole text, or has too few terms of its own.</summary>
    public static string? Of(string text)
    {
        var core = LastAsking(Markup().Replace(text, " "))?.Trim();
        return core is not null && TermsOf(core) is var own && own >= MinTerms && own < TermsOf(text) ? core : null;
    }

    private static int TermsOf(string text) => SpanishAnalyzer.Stem(text).Distinct(StringComparer.Ordinal).Count();

    // From "¿", or else from the end of the sentence before, to the last question mark that has such a start.
    private static string? LastAsking(string text)
    {
        for (var end = text.LastIndexOf('?'); end >= 0;)
        {
            var before = end > 0 ? text.LastIndexOf('?', end - 1) : -1;
            var asking = text.AsSpan(before + 1, end - before - 1);
            var opening = asking.LastIndexOf('¿');
            if (opening >= 0 && opening < asking.Length - 1)
            {
                return text[(before + 1 + opening)..(end + 1)];
            }

            var sentence = asking.LastIndexOfAny(SentenceEnds);
            if (sentence < asking.Length - 1 && (sentence >= 0 ? asking[sentence] != '¿' : before >= 0))
            {
                return text[(before + 1 + sentence + 1)..(end + 1)];
            }

            end = before;
        }

        return null;
    }

    [GeneratedRegex(@"<[^<>]{1,200}>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
