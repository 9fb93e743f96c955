using System.Globalization;
using System.Text.RegularExpressions;

namespace AzuSena.Spanish.Legal;

/// <summary>
/// Finds references to laws and articles in text: <c>artículo 48 de la Ley 100 de 1993</c>, <c>art. 5 ley 1122</c>, <c>ley 1438 artículo 2</c>.
/// </summary>
public static partial class RuleText
{
    // In running text an article belongs to the law that immediately follows it: "artículo 30 de la Ley 789".
    private const int MaxGap = 40;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>
    /// The articles that a question asks for. If it starts with a law, articles follow their law; otherwise they precede it. The law is null if the question
    /// names none by number; the article may still belong to a law that is referred to by name.
    /// </summary>
    public static List<(LawName? Law, string Article)> Asked(string question)
    {
        var text = Flatten(question);
        var laws = Laws(text);
        var articles = Articles(text);
        var lawFirst = laws.Count > 0 && articles.Count > 0 && laws[0].At < articles[0].At;
        return articles.ConvertAll(article => (LawOf(article.At), article.Number));

        LawName? LawOf(int at)
        {
            var before = laws.ElementAtOrDefault(FirstFrom(laws, at) - 1).Law;
            var after = laws.ElementAtOrDefault(FirstFrom(laws, at + 1)).Law;
            return lawFirst ? before ?? after : after ?? before;
        }
    }

    /// <summary>
    /// The articles that a text refers to, each with the law that immediately follows it or else with <paramref name="own"/>, the document's law.
    /// </summary>
    public static List<RuleReference> Mentioned(string text, LawName? own)
    {
        var flat = Flatten(text);
        var laws = Laws(flat);
        return Articles(flat)
            .Select(article => (article.Number, Law: Behind(laws, article.End) ?? own))
            .Where(mention => mention.Law?.Number is not null)
            .Select(mention => new RuleReference(mention.Law!, mention.Number))
            .Distinct()
            .ToList();
    }

    /// <summary>The first law that is named by number, or null.</summary>
    public static LawName? FirstLaw(string text) => EachLaw(Flatten(text)).FirstOrDefault().Law;

    /// <summary>The law that a line starts with, as in titles of laws, or null.</summary>
    public static LawName? LawAtStart(string line) => EachLaw(Flatten(line)).FirstOrDefault() is (0, var law) ? law : null;

    /// <summary>The code or constitution that a question names without a number, such as <c>código penal</c>, or null.</summary>
    public static LawName? NamedCode(string question)
    {
        var code = CodeName.First(Flatten(question));
        return code is { } found ? new LawName(found.Kind, Number: null, Year: null, LawName.WithAccent(found.Kind) + found.Name) : null;
    }

    /// <summary>
    /// Whether a question names <paramref name="law"/> by its kind and the first distinctive word: one without a number, or one whose name has another
    /// behind the
    /// number, in brackets: <c>ley 599 de 2000 (Código Penal)</c>.
    /// </summary>
    public static bool Names(string question, LawName law)
    {
        var asked = ContentWords(question);
        var name = ContentWords(law.Number is null ? law.Name : InBrackets(law.Name));
        return name.Count > 0 && asked.IndexOf(name[0]) is var at && at >= 0 && (name.Count == 1 || asked.ElementAtOrDefault(at + 1) == name[1]);
    }

    private static string InBrackets(string name) =>
        name.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open && name.EndsWith(')') ? name[(open + 1)..^1] : "";

    private static List<string> ContentWords(string text)
    {
        var flat = Flatten(text);
        return SpanishAnalyzer.Words(flat).Select(range => flat[range]).Where(word => !SpanishAnalyzer.IsStopWord(word)
            && word is not ("nacional" or "colombiano"))
            .ToList();
    }

    private static List<(int At, int End, string Number)> Articles(string text) => ArticleList.Find(text, hasRanges: false)
        .SelectMany(list => list.Numbers.Select(number => (list.Start, list.End, ArticleNumber.Normalise(text[number.Start..number.End])!)))
        .ToList();

    private static List<(int At, LawName Law)> Laws(string text) => [.. EachLaw(text)];

    private static IEnumerable<(int At, LawName Law)> EachLaw(string text) =>
        NumberedLaw().MatchesUpTo(text, match => match.Groups["it"].Index + match.Groups["it"].Length)
        .Select(match => (match.Index, LawName.Numbered(
            match.Groups["kind"].Value,
            match.Groups["qualifier"].Value,
            match.Groups["number"].Value.Replace(".", "", StringComparison.Ordinal).TrimStart('0'),
            Year(match.Groups["year"].Value))));

    private static LawName? Behind(List<(int At, LawName Law)> laws, int end) =>
        FirstFrom(laws, end) is var next && next < laws.Count && laws[next].At - end <= MaxGap ? laws[next].Law : null;

    // The laws are in order, so none is visited again for each article.
    private static int FirstFrom(List<(int At, LawName Law)> laws, int place)
    {
        var (low, high) = (0, laws.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = laws[middle].At < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int? Year(string digits)
    {
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        // "Ley 100 del 93": a two-digit year lies within the last hundred years.
        return year >= 100 ? year : year >= 30 ? 1900 + year : 2000 + year;
    }

    // Folding also replaces no-break spaces by plain ones and º by o.
    private static string Flatten(string text) => WhiteSpace.Collapse(SpanishAnalyzer.Fold(text));

    [GeneratedRegex(
        @"(?<it>\b(?<kind>ley|decreto|resolucion|acuerdo|circular|ordenanza|directiva)(?:es)?(?<qualifier>(?:[\s-]+(?:estatutaria|organica|marco|ley"
        + @"|legislativo|reglamentario|unico|nacional|distrital|municipal|departamental|regional|ministerial|suprem[ao]|directoral|ejecutivo|externa"
        + @"|conjunta|general))*)[\s,]*(?:(?:n\.?(?:o|ro|um|umero)?[.\s°]*)|#\s?)?"
        + @"(?<number>\d{1,3}(?:\.\d{3})+|\d{1,5})(?:\s?(?:,?\s?del? (?:ano )?|[/-]\s?)(?<year>(?:19|20)\d{2}|\d{2}))?)(?:\D|\z)",
        Options)]
    private static partial Regex NumberedLaw();
}
