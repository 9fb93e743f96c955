using System.Globalization;
using System.Text.RegularExpressions;

namespace AzuSena.Spanish.Legal;

/// <summary>Recognises the lines of a law that start an article or a part that contains articles.</summary>
public static partial class LegalText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private const int MaxLawLine = 400;

    /// <summary>The number of the article that a line starts (<c>Artículo 5. Objeto.</c>), or null. A line that only mentions an article starts none.</summary>
    public static string? ArticleOpened(string line) =>
        Article().Match(line.TrimEnd()) is { Success: true } match ? ArticleNumber.Normalise(match.Groups["number"].Value) : null;

    /// <summary>Whether a line is one of a table of contents: it leads to the number of a page.</summary>
    public static bool IsOfContents(string line) => Contents().IsMatch(line.AsSpan().TrimEnd());

    /// <summary>
    /// The law whose text a line starts: <c>LEY 599 DE 2000</c>, <c>DECRETO 77 DE 2032 (mayo 3)</c>, or null. A line of running text that only begins with the
    /// name of a law starts none.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="isHeading">Whether the line is a heading.</param>
    public static LawName? LawOpened(string line, bool isHeading = false) =>
        line.Length <= MaxLawLine && RuleText.LawAtStart(line) is { } law && (LawLine().IsMatch(line.AsSpan().Trim()) || (isHeading
            && char.IsUpper(line[0]))) ? law : null;

    /// <summary>The level of the book, title, chapter or section that a line starts, 1 being the outermost, or null.</summary>
    public static int? PartOpened(string line) => Part().Match(line.TrimEnd()) is { Success: true } match
        ? match.Groups["kind"].Value.ToUpperInvariant()[0] switch { 'L' => 1, 'T' => 2, 'C' => 3, _ => 4 }
        : null;

    /// <summary>Whether article <paramref name="next"/> directly follows <paramref name="number"/> in a law: 6 after 5, 5A after 5.</summary>
    public static bool IsNext(string number, string next) => (Leading(next) - Leading(number)) switch { 0 => next != number, 1 => true, _ => false };

    private static int Leading(string number) =>
        int.TryParse(number.AsSpan(0, number.TakeWhile(char.IsDigit).Count()), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex(
        @"^(?:#+ |- )?(?:Art[íi]culo|ART[ÍI]CULO|Art\.|ART\.)\s+(?:n[°ºo]\.?\s*)?(?<number>\d{1,4}(?:\.\d{1,3})*(?:-\d{1,2}|-?[A-Za-z])?[°ºª]?|[ÚUúu]NICO"
        + @"|[Úúu]nico|Primero|PRIMERO|Segundo|SEGUNDO|Tercero|TERCERO|Cuarto|CUARTO|Quinto|QUINTO)\s*(?:[.:–—-]|\s*$)",
        Options)]
    private static partial Regex Article();

    [GeneratedRegex(@"(?:\.[ \t]?){4,}\s*\d{0,4}$|…{2,}\s*\d{0,4}$|_{4,}\s*\d{1,4}$", Options)]
    private static partial Regex Contents();

    // In capitals, or nothing behind the name but a date in brackets.
    [GeneratedRegex(
        @"^(?:(?:LEY|DECRETO|RESOLUCI[ÓO]N|ACUERDO|CIRCULAR|ORDENANZA|DIRECTIVA)\b[^\p{Ll}]*\d[^\p{Ll}]*(?:\([^()]{0,40}\)?.{0,120}|[Pp]or\s(?:el|la"
        + @"|medio)\s.{0,300})?"
        + @"|\p{Lu}\p{Ll}+(?:\s\p{L}+){0,3}\s+(?:N[º°o.]+\s*|[Nn][úu]mero\s+)?\d[\d.-]*(?:[\p{Lu}/-]*)?(?:\s+(?:de|del)\s+\d{4})?\.?\s*(?:\([^()]{0,40}\))?)$",
        Options)]
    private static partial Regex LawLine();

    [GeneratedRegex(
        @"^(?:#+ )?(?<kind>Libro|LIBRO|T[íi]tulo|T[ÍI]TULO|Cap[íi]tulo|CAP[ÍI]TULO|Secci[óo]n|SECCI[ÓO]N)\s+(?:[IVXLC]+|\d{1,3}|[ÚU]NICO|[Úú]nico|Primero"
        + @"|PRIMERO|Segundo|SEGUNDO|Tercero|TERCERO|Cuarto|CUARTO|Quinto|QUINTO|Sexto|SEXTO|S[ée]ptimo|S[ÉE]PTIMO|Octavo|OCTAVO"
        + @"|Preliminar|PRELIMINAR)\b.{0,120}$",
        Options)]
    private static partial Regex Part();
}
