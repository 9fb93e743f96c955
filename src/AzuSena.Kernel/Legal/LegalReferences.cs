using System.Globalization;
using System.Text.RegularExpressions;

namespace AzuSena.Legal;

/// <summary>The laws, rulings and articles that a sentence names, each with its place.</summary>
/// <param name="Laws">Laws, decrees, resolutions, agreements, circulars, rulings and codes, in order.</param>
/// <param name="Articles">Articles, in order.</param>
public sealed partial record LegalReferences(IReadOnlyList<LawMention> Laws, IReadOnlyList<ArticleMention> Articles)
{
    /// <summary>The kind of a law that goes by its name, such as a code.</summary>
    public const string Named = "nombre";

    // "artículo 30 de la Ley 789": the law that follows at once is the article's own.
    private const int MaxGap = 40;
    private const int MaxRange = 60;
    private const string Year = @"(?:\s?,?\s?del? \d{1,2} de [a-z]+ del? (?<year>(?:19|20)\d{2})|\s?(?:,?\s?del? (?:ano )?|[/-]\s?)(?<year>(?:19|20)\d{2}|\d{2}(?! de [a-z]))(?!\d))?";
    private const string Number = @"(?:(?:n\.?(?:o|ro|um|umero)?(?![a-z])[.\s°]*)|#\s?)?(?<number>\d{1,3}(?:\.\d{3})+|\d{1,2}-\d{3,6}|\d{1,6})(?!\d)";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads a folded sentence.</summary>
    /// <param name="folded">Text as <see cref="Language.FoldedText"/> folds it.</param>
    public static LegalReferences Read(string folded)
    {
        var laws = NumberedLaw().Matches(folded).SelectMany(Numbered)
            .Concat(Ruling().Matches(folded).Select(match => Mention("sentencia", $"{match.Groups["kind"].Value}-{match.Groups["number"].Value.TrimStart('0')}", match.Groups["year"].Value, match.Index, match.Index + match.Length)))
            .Concat(NamedLaw().Matches(folded).Select(match => new LawMention(Named, match.Value, null, match.Index, match.Index + match.Length)))
            .OrderBy(law => law.Start)
            .ToList();
        var articles = ArticleList().Matches(folded).SelectMany(match => ReadArticles(match, laws)).ToList();
        return new LegalReferences(laws, articles);
    }

    private static IEnumerable<LawMention> Numbered(Match match)
    {
        var kind = match.Groups["kind"].Value;
        var years = match.Groups["year"].Captures;
        for (var i = 0; i < match.Groups["number"].Captures.Count; i++)
        {
            var number = match.Groups["number"].Captures[i];
            var next = i + 1 < match.Groups["number"].Captures.Count ? match.Groups["number"].Captures[i + 1].Index : int.MaxValue;
            var year = years.FirstOrDefault(year => year.Index > number.Index && year.Index < next);
            var start = i == 0 ? match.Index : number.Index;
            yield return Mention(kind, number.Value.Replace(".", "", StringComparison.Ordinal).TrimStart('0'), year?.Value ?? "", start, year is null ? number.Index + number.Length : year.Index + year.Length);
        }
    }

    private static LawMention Mention(string kind, string number, string year, int start, int end)
    {
        int? known = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return new LawMention(kind, number, known is < 100 ? known + (known >= 30 ? 1900 : 2000) : known, start, end);
    }

    private static IEnumerable<ArticleMention> ReadArticles(Match match, List<LawMention> laws)
    {
        var end = match.Index + match.Length;
        var behind = laws.Find(law => law.Start >= end && law.Start - end <= MaxGap);
        IReadOnlyList<LawMention> own = behind is not null ? [behind] : laws;
        string? before = null;
        foreach (var capture in match.Groups["article"].Captures.OrderBy(capture => capture.Index))
        {
            var number = ArticleNumber.Normalise(capture.Value) ?? capture.Value;
            foreach (var between in Between(before, number, match, capture))
            {
                yield return new ArticleMention(between, own, match.Index, behind?.End ?? end);
            }

            yield return new ArticleMention(number, own, match.Index, behind?.End ?? end);
            before = number;
        }
    }

    // "artículos 48 a 51" names 49 and 50 too.
    private static IEnumerable<string> Between(string? before, string number, Match match, Capture capture)
    {
        var isRange = match.Groups["to"].Captures.Any(to => to.Index + to.Length <= capture.Index && capture.Index - to.Index - to.Length <= 1);
        return isRange && int.TryParse(before, CultureInfo.InvariantCulture, out var first) && int.TryParse(number, CultureInfo.InvariantCulture, out var last) && last > first && last - first <= MaxRange
            ? Enumerable.Range(first + 1, last - first - 1).Select(value => value.ToString(CultureInfo.InvariantCulture))
            : [];
    }

    [GeneratedRegex($@"\b(?<kind>ley|decreto|resolucion|acuerdo|circular|ordenanza|directiva|concepto|conpes|acto legislativo)(?:es|s)?(?:[\s-]+(?:estatutaria|organica|marco|ley|legislativo|reglamentario|unico|nacional|distrital|municipal|externa|interna|conjunta|general|administrativa|sena|del sena))*[\s,]*{Number}{Year}(?:\s?(?:,|\b[ye]\b)\s?(?:la |el |las |los )?(?<number>\d{{1,5}}) del? (?<year>(?:19|20)\d{{2}})(?!\d))*", Options, 1000)]
    private static partial Regex NumberedLaw();

    [GeneratedRegex($@"\b(?:sentencias?\s+(?:(?:de|la|corte|constitucional|unificacion|tutela|n\.?o?\.?)\s+)*(?<kind>c|t|su|a|sl|stl|stc|sp)?|(?<kind>c|t|su))\s?-?\s?(?<number>\d{{1,6}})(?:\s?(?:/|-|del? )\s?(?<year>(?:19|20)\d{{2}}|\d{{2}})(?!\d))(?<!\bc \d+)", Options, 1000)]
    private static partial Regex Ruling();

    [GeneratedRegex(@"\b(?:constitucion(?: politica)?|codigo (?:sustantivo|procesal|penal|civil|general|unico|nacional|contencioso|disciplinario|comercio|de (?:comercio|integridad|etica|policia|procedimiento)|administrativo)(?: del? (?:la |el )?[a-z]{4,})?)\b", Options, 1000)]
    private static partial Regex NamedLaw();

    [GeneratedRegex($@"\b(?:art(?:[a-z]{{4,6}}o)?s?)(?![a-z])[.\s]*(?:(?:n\.?(?:o|ro|um|umero)?(?![a-z])[.\s°]*)|#\s?)?(?<article>{ArticleNumber.Pattern})[°.]?(?:\s?(?:,|\b[yoe]\b|(?<to>\bal?\b|\bhasta el\b))\s?(?<article>{ArticleNumber.Pattern})°?(?!\d))*", Options, 1000)]
    private static partial Regex ArticleList();
}
