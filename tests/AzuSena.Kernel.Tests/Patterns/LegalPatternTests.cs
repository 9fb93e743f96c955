using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AzuSena.Spanish;
using AzuSena.Spanish.Legal;

namespace AzuSena.Tests.Patterns;

/// <summary>Laws and articles are found as the patterns with backtracking found them.</summary>
public sealed class LegalPatternTests
{
    private const int Texts = 4_000;

    private static readonly string[] ArticlePieces =
    [
        "art", "arts", "articulo ", "articulos ", "art. ", "artic", " ", " ", ".", ",", ", ", " y ", " o ", "y", "e", " a ", " al ", "a", " hasta el ",
            "hasta el", "n", "no ", "n. ", "nro.", "num ", "numero ", "nn",
        "#", "# ", "1", "12", "123", "1234", "5", "2.3", ".4", "-1", " - 2", "–3", "/", "a", "b", "-c", " bis", " ter", "bisx", "primero", " segundo", "noveno",
            "unico", "decimox", "°", "º", "o", "z", "ñ", "_", "\n", "-",
    ];

    private static readonly string[] LawPieces =
    [
        "ley", "leyes ", "decreto ", "resolucion ", "acuerdo", "acto legislativo ", "concepto", "conpes ", "sentencia ", "sentencias ", "c", "t-", "su ", "de ",
            "la ", "corte ", "n.", "no. ", "numero ", "num", "#",
        " ", " ", ",", ", ", "-", "/", ".", " de ", " del ", " de ano ", "ano ", "y ", " y ", "e", "el ", "las ", "100", "1", "30", "1.072", "1072", "12-345",
            "12-2005", "1993", "2005", "20", "93", "99", "5 de mayo de ",
        "mayo", "estatutaria ", "organica", "-ley ", "unico", "sena ", "del sena ", "ñ", "_", "°", "123456", "12345",
    ];

    [Fact]
    public void Find_Articles_AreThoseOfThePattern()
    {
        foreach (var text in GeneratedTexts.Of(1, Texts, ArticlePieces))
        {
            Lists(text, hasRanges: false).Should().Be(Lists(OldPatterns.Articles, text), "of «{0}»", text);
            Lists(text, hasRanges: true).Should().Be(Lists(OldPatterns.ArticlesAndRanges, text), "of «{0}»", text);
        }
    }

    [Fact]
    public void Normalise_Number_IsThatOfThePattern()
    {
        foreach (var text in GeneratedTexts.Of(2, Texts, ArticlePieces).Select(SpanishAnalyzer.Fold))
        {
            var found = OldPatterns.Article.Match(text);

            ArticleNumber.Normalise(text).Should().Be(found.Success ? ArticleNumber.Normalise(found.Value) : null, "of «{0}»", text);
        }
    }

    [Fact]
    public void NumberedLaw_OfRules_IsThatOfThePattern()
    {
        var pattern = Pattern(typeof(RuleText), "NumberedLaw");
        foreach (var text in GeneratedTexts.Of(3, Texts, LawPieces))
        {
            var now = pattern.MatchesUpTo(text, match => match.Groups["it"].Index + match.Groups["it"].Length)
                .Select(match => Say(match, match.Groups["it"].Value));

            now.Should().Equal(OldPatterns.LawsOfRules.Matches(text).Select(match => Say(match, match.Value)), "of «{0}»", text);
        }

        static string Say(Match match, string whole) => string.Join(
            '|', match.Index, whole, match.Groups["kind"].Value, match.Groups["qualifier"].Value, match.Groups["number"].Value, match.Groups["year"].Value);
    }

    [Fact]
    public void Code_OfRules_IsThatOfThePattern()
    {
        foreach (var text in GeneratedTexts.Of(4, Texts, " codigo", " constitucion", " de", " la", " el", " y", " penal", " integridad", " para", " que",
            " sobre", ",", ".", "ñ", " x", " respecto", "5"))
        {
            var (now, old) = (CodeName.First(text), OldPatterns.Codes.Match(text));

            (now?.Kind ?? "", now?.Name ?? "").Should().Be((old.Groups["kind"].Value, old.Groups["name"].Value), "of «{0}»", text);
        }
    }

    [Fact]
    public void Read_Laws_AreThoseOfThePatterns()
    {
        foreach (var text in GeneratedTexts.Of(5, Texts, LawPieces))
        {
            var now = LegalReferences.Read(text).Laws.Where(law => law.Kind != LegalReferences.Named).Select(law => (law.Kind, law.Number, law.Start, law.End));
            var old = OldPatterns.Laws.Matches(text).SelectMany(Numbered)
                .Concat(OldPatterns.Rulings.Matches(text)
                    .Select(match => ("sentencia", $"{match.Groups["kind"].Value}-{match.Groups["number"].Value.TrimStart('0')}", match.Index,
                        match.Index + match.Length)))
                .OrderBy(law => law.Item3);

            now.Should().Equal(old, "of «{0}»", text);
        }
    }

    private static IEnumerable<(string, string, int, int)> Numbered(Match match)
    {
        var numbers = match.Groups["number"].Captures;
        for (var i = 0; i < numbers.Count; i++)
        {
            var next = i + 1 < numbers.Count ? numbers[i + 1].Index : int.MaxValue;
            var year = match.Groups["year"].Captures.FirstOrDefault(year => year.Index > numbers[i].Index && year.Index < next);
            yield return (match.Groups["kind"].Value, numbers[i].Value.Replace(".", "", StringComparison.Ordinal).TrimStart('0'), i == 0 ? match.Index
                : numbers[i].Index,
                year is null ? numbers[i].Index + numbers[i].Length : year.Index + year.Length);
        }
    }

    private static string Lists(string text, bool hasRanges) =>
        string.Join(' ', ArticleList.Find(text, hasRanges)
            .Select(list => Say(list.Start, list.End, list.Numbers.Select(number => (number.Start, number.End)))));

    private static string Lists(Regex pattern, string text) =>
        string.Join(' ', pattern.Matches(text)
            .Select(match => Say(match.Index, match.Index + match.Length,
                match.Groups["article"].Captures.Select(capture => (capture.Index, capture.Index + capture.Length)))));

    private static string Say(int start, int end, IEnumerable<(int, int)> numbers) =>
        string.Create(CultureInfo.InvariantCulture, $"{start}-{end}:{string.Join(',', numbers)}");

    private static Regex Pattern(Type owner, string name) => (Regex)owner.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [])!;
}
