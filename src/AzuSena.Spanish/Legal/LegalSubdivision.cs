using System.Text.RegularExpressions;

namespace AzuSena.Spanish.Legal;

/// <summary>A part of an article that a question asks for: <c>parágrafo 2</c>, <c>literal b</c>, <c>numeral 3</c>.</summary>
/// <param name="IsParagraph">Whether it is a <c>parágrafo</c>; else the item of a list.</param>
/// <param name="Number">Its number or letter, folded; empty for the only <c>parágrafo</c>.</param>
public sealed partial record LegalSubdivision(bool IsParagraph, string Number)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>The part that a question names before the article that it belongs to, or null.</summary>
    public static LegalSubdivision? Asked(string question) =>
        Mention().Match(SpanishAnalyzer.Fold(question)) is { Success: true } match
            ? new LegalSubdivision(match.Groups["paragraph"].Success, NumberOf(match.Groups["number"].Value))
            : null;

    /// <summary>Whether a paragraph or list item of a law starts this part.</summary>
    public bool IsStartOf(string text)
    {
        var match = (IsParagraph ? ParagraphStart() : ItemStart()).Match(SpanishAnalyzer.Fold(text));
        return match.Success && NumberOf(match.Groups["number"].Value) == Number;
    }

    private static string NumberOf(string found) => found is "" or "unico" ? "" : char.IsAsciiLetter(found[0]) && found.Length == 1
        ? found
        : ArticleNumber.Normalise(found) ?? found;

    // "del artículo" must follow: otherwise the word is not a part of a law's article.
    [GeneratedRegex(
        @"\b((?<paragraph>(paragrafo|par\.))\s*(?<number>(\d{1,2}[oº°]?|unico|primero|segundo|tercero|cuarto|quinto)?)|(literal|lit\.|numeral|num\.|ordinal)\s+"
        + @"(?<number>(\d{1,2}|[a-zñ]))\W{0,3})\s*,?\s*(del?|en el)\s+(mismo\s+)?art(iculo|\.)",
        Options)]
    private static partial Regex Mention();

    [GeneratedRegex(@"^(#+ |- )?paragrafo\s*(?<number>(\d{1,2}[oº°]?|unico|primero|segundo|tercero|cuarto|quinto)?)\s*([.:–-]|$)", Options)]
    private static partial Regex ParagraphStart();

    [GeneratedRegex(@"^(- )?(?<number>(\d{1,2}|[a-zñ]))\s*[.)]", Options)]
    private static partial Regex ItemStart();
}
