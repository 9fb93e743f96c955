using System.Globalization;
using System.Text.RegularExpressions;

namespace AzuSena.Spanish.Legal;

/// <summary>The laws, rulings and articles that a sentence refers to, with their positions.</summary>
/// <param name="Laws">Laws, decrees, resolutions, agreements, circulars, rulings and codes, in order.</param>
/// <param name="Articles">Articles, in order.</param>
public sealed partial record LegalReferences(IReadOnlyList<LawMention> Laws, IReadOnlyList<ArticleMention> Articles)
{
    /// <summary>The kind of a law that is referred to by name, such as a code.</summary>
    public const string Named = "nombre";

    // "artículo 30 de la Ley 789": the law that follows immediately is the article's own.
    private const int MaxGap = 40;
    private const int MaxRange = 60;
    private const int LongestListed = 64;

    // A number must not be followed by another digit. A two-digit year must not be followed by the rest of a date (" de mayo") either.
    private const string NoDigit = @"(?:\D|\z)";
    private const string NoDigitNorDate = @"(?:\z|[^\d ]| (?:\z|[^d]|d(?:\z|[^e]|e(?:\z|[^ ]| (?:\z|[^a-z])))))";
    private const string Year =
        $@"(?:\s?,?\s?del? \d{{1,2}} de [a-z]+ del? (?<year>(?:19|20)\d{{2}})|\s?(?:,?\s?del? (?:ano )?|[/-]\s?)(?:(?<year>(?:19|20)\d{{2}}){NoDigit}|"
        + $@"(?<year>\d{{2}}){NoDigitNorDate})|{NoDigit})";
    private const string Number = @"(?:(?:n\.?(?:o|ro|um|umero)?[.\s°]*)|#\s?)?(?<number>\d{1,3}(?:\.\d{3})+|\d{1,2}-\d{3,6}|\d{1,6})";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>Parses a folded sentence.</summary>
    /// <param name="folded">Text folded by <see cref="FoldedText"/>.</param>
    public static LegalReferences Read(string folded)
    {
        var laws = Numbered(folded)
            .Concat(
                Ruling().MatchesUpTo(folded, match => EndOf(match.Groups["year"])).Select(match => Mention(
                    "sentencia",
                    $"{match.Groups["kind"].Value}-{match.Groups["number"].Value.TrimStart('0')}",
                    match.Groups["year"].Value,
                    match.Index,
                    EndOf(match.Groups["year"]))))
            .Concat(NamedLaw().Matches(folded).Select(match => new LawMention(Named, match.Value, null, match.Index, match.Index + match.Length)))
            .OrderBy(law => law.Start)
            .ToList();
        var articles = ArticleList.Find(folded, hasRanges: true).SelectMany(list => ReadArticles(folded, list, laws)).ToList();
        return new LegalReferences(laws, articles);
    }

    // "Leyes 100 de 1993, 789 de 2002 y 1122 de 2007": the first with its kind, then the rest of the list.
    private static IEnumerable<LawMention> Numbered(string folded)
    {
        for (var match = NumberedLaw().Match(folded); match.Success;)
        {
            var (kind, number, year) = (match.Groups["kind"].Value, match.Groups["number"], match.Groups["year"]);
            var end = year.Success ? EndOf(year) : EndOf(number);
            yield return Mention(kind, number.Value.Replace(".", "", StringComparison.Ordinal).TrimStart('0'), year.Value, match.Index, end);
            while (Listed(folded, end) is { } listed)
            {
                (number, year) = (listed.Groups["number"], listed.Groups["year"]);
                end = EndOf(year);
                yield return Mention(kind, number.Value.TrimStart('0'), year.Value, number.Index, end);
            }

            match = NumberedLaw().Match(folded, Math.Max(match.Index + 1, end));
        }
    }

    // The preceding character is included, since a word may start exactly at the position.
    private static Match? Listed(string folded, int at) =>
        ListedLaw().Match(folded, at - 1, Math.Min(LongestListed, folded.Length - at + 1)) is { Success: true } match ? match : null;

    private static int EndOf(Capture capture) => capture.Index + capture.Length;

    private static LawMention Mention(string kind, string number, string year, int start, int end)
    {
        int? known = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return new LawMention(kind, number, known is < 100 ? known + (known >= 30 ? 1900 : 2000) : known, start, end);
    }

    private static IEnumerable<ArticleMention> ReadArticles(string folded, ArticleList list, List<LawMention> laws)
    {
        var next = FirstFrom(laws, list.End);
        var behind = next < laws.Count && laws[next].Start - list.End <= MaxGap ? laws[next] : null;
        IReadOnlyList<LawMention> own = behind is not null ? [behind] : laws;
        string? before = null;
        foreach (var listed in list.Numbers)
        {
            var written = folded[listed.Start..listed.End];
            var number = ArticleNumber.Normalise(written) ?? written;
            foreach (var between in Between(before, number, listed.EndsRange))
            {
                yield return new ArticleMention(between, own, list.Start, behind?.End ?? list.End);
            }

            yield return new ArticleMention(number, own, list.Start, behind?.End ?? list.End);
            before = number;
        }
    }

    // The laws are in order.
    private static int FirstFrom(List<LawMention> laws, int place)
    {
        var (low, high) = (0, laws.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = laws[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // "artículos 48 a 51" includes 49 and 50.
    private static IEnumerable<string> Between(string? before, string number, bool isRange) =>
        isRange && int.TryParse(before, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(number, CultureInfo.InvariantCulture, out var last)
            && last > first && last - first <= MaxRange
            ? Enumerable.Range(first + 1, last - first - 1).Select(value => value.ToString(CultureInfo.InvariantCulture))
            : [];

    [GeneratedRegex(
        @"\b(?<kind>ley|decreto|resolucion|acuerdo|circular|ordenanza|directiva|concepto|conpes|acto legislativo)(?:es|s)?(?:[\s-]+(?:estatutaria"
        + @"|organica|marco|ley|legislativo|reglamentario|unico|nacional|distrital|municipal|departamental|regional|ministerial|suprem[ao]|directoral"
        + @"|ejecutivo|externa|interna|conjunta|general|administrativa|sena"
        + $@"|del sena))*[\s,]*{Number}{Year}",
        Options)]
    private static partial Regex NumberedLaw();

    [GeneratedRegex($@"\A[\s\S]\s?(?:,|\b[ye]\b)\s?(?:la |el |las |los )?(?<number>\d{{1,5}}) del? (?<year>(?:19|20)\d{{2}}){NoDigit}", Options)]
    private static partial Regex ListedLaw();

    [GeneratedRegex(
        @"\b(?:sentencias?\s+(?:(?:de|la|corte|constitucional|unificacion|tutela|n\.?o?\.?)\s+)*(?<kind>c|t|su|a|sl|stl|stc|sp)?|(?<kind>c|t|su))\s?-?\s?"
        + $@"(?<number>\d{{1,6}})\s?(?:/|-|del? )\s?(?<year>(?:19|20)\d{{2}}|\d{{2}}){NoDigit}",
        Options)]
    private static partial Regex Ruling();

    [GeneratedRegex(
        @"\b(?:constitucion(?: politica)?|codigo (?:sustantivo|procesal|penal|civil|general|unico|nacional|contencioso|disciplinario|comercio|de "
        + @"(?:comercio|integridad|etica|policia|procedimiento)|administrativo)(?: del? (?:la |el )?[a-z]{4,})?)\b",
        Options)]
    private static partial Regex NamedLaw();
}
