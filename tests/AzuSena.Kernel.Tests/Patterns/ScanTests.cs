using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding;
using AzuSena.Answering.Grounding.Facts;
using AzuSena.Answering.Premises;
using AzuSena.Evaluation.Questions;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Prompts;
using AzuSena.Spanish;
using AzuSena.Voice.Speaking;

namespace AzuSena.Tests.Patterns;

/// <summary>What is read by hand in one pass finds what the pattern with backtracking found that it replaces.</summary>
public sealed class ScanTests
{
    private const int Texts = 4_000;

    [Fact]
    public void IsWord_EveryCharacter_IsAsInAPattern()
    {
        var word = new Regex(@"^\b", RegexOptions.NonBacktracking);

        Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(c => WordBoundary.IsWord(c) != word.IsMatch(c.ToString())).Should().BeEmpty();
    }

    [Fact]
    public void Of_NumberTokens_AreThoseOfThePattern() => Compare(
        11,
        text => string.Join(' ', NumberTokens.Of(text).Select(token => $"{token.Kind}@{token.Index}:{token.Value}")),
        text => string.Join(' ', OldPatterns.NumberTokens.Matches(text)
            .Select(match => $"{(match.Groups["code"].Success ? "Code" : match.Groups["digits"].Success ? "Digits" : "Word")}@{match.Index}:{match.Value}")),
        "a", "b", "abc", "y", "o", "1", "12", "123", "1234", "0", " ", " ", "-", "--", ".", ",", "'", "’", "ñ", "_", " 345", " 678", " y ", "mil", "covid-19",
            "b1", "1o", "2a", "٣", "\n");

    [Fact]
    public void Find_Romans_AreThoseOfThePattern() => Compare(
        12,
        text => string.Join(' ', AzuSena.Answering.Grounding.Facts.RomanNumerals.Find(text)),
        text => string.Join(' ', OldPatterns.Romans.Matches(text).Select(match => match.Index..(match.Index + match.Length))),
        "I", "V", "X", "XX", "MCM", "IV", "D", " ", " ", "siglo ", "Siglo ", "siglos", "capítulo ", "Título", "Juan ", "juan ", "ñ", "1", ".", "Ab", "tipo ",
            "xtipo ", "É", "a", "-", "\n");

    [Fact]
    public void Read_Dates_AreThoseOfThePatterns() => Compare(
        13,
        text => string.Join(' ', DateReader.Read(text).Select(date => $"{date.Start}-{date.End}:{date.Year}/{date.Month}/{date.Day}")),
        text => string.Join(' ', OldPatterns.DatesInWords.Matches(text).Concat(OldPatterns.DatesInDigits.Matches(text)).SelectMany(OldDates)
            .OrderBy(date => date.Start).Select(date => date.Said)),
        "1", "2", "31", "32", "03", "3", "1o", "primero", " ", " ", ", ", ",", " y ", " al ", " a ", " hasta ", "el ", " - ", "-", "–", " de ", " del ", "de ",
            "mes de ", "enero", "mayo", "setiembre", "septiembre", "diciembre", " ano",
        " 2024", "2024", "1999", "20245", ".", "/", "15/03/2024", "2024-03-15", "15.03.2024", "15-3/2024", "x");

    [Fact]
    public void Remove_InlineMarks_LeavesWhatThePatternLeft() => Compare(
        14,
        InlineMarks.Remove,
        text => OldPatterns.Markup.Replace(text, "${label}"),
        "**", "*", "__", "_", "`", "[", "]", "(", ")", "](", "a", " ", "\n", "[a](b)", "[", "palabra", new string('x', 199), new string('y', 499));

    [Fact]
    public void Of_WordLine_IsUngroupedAsByThePattern() => Compare(
        17,
        WordLine.Of,
        text => WordLine.Of(OldPatterns.Grouped.Replace(text, "").Replace('.', ';').Replace('\u00A0', ';').Replace('\u202F', ';')),
        "1", "12", "123", "000", ".", ".", "\u00A0", "\u202F", "a", ",", "٣");

    [Fact]
    public void Of_InertText_HasTheAnglesOfThePatterns() => Compare(
        18,
        text => InertText.Of(text).Value,
        text => InertText.Of(OldPatterns.ClosingAngle.Replace(OldPatterns.OpeningAngle.Replace(text, "‹"), "›")).Value,
        "<", ">", "<", ">", "a", "0x", "0", "/", "|", "!", "?", "-", "\"", "'", " ", "½", "▁", "é", "b");

    [Fact]
    public void Check_Nesting_CountsTheTagsOfThePattern() => Compare(
        19,
        text => Enumerable.Range(0, 40).First(most => IsWithin(text, most)).ToString(CultureInfo.InvariantCulture),
        text => Deepest(text).ToString(CultureInfo.InvariantCulture),
        "<", "</", "p", "P", "li", "div", "table", "td", "b", ">", " ", "-", "é", "_", "1", "<div>", "</div>", "<p>", "<pre>", "br");

    [Fact]
    public void Of_Premise_IsThatOfThePattern() => Compare(
        20,
        text => Premise.Of(text) ?? "",
        text => FoldedText.Of(text) is var folded && OldPatterns.Premise.Match(folded.Value) is { Success: true } match
            && match.Groups["clause"] is { Length: > 0 } clause
            ? text[folded.Original(clause.Index, clause.Index + clause.Length)] : "",
        "¿", "y ", "pero, ", "hola ", "por que", " razon", " motivo", " ", "a que se debe que", "desde cuando", "como es que", "cual es la razon ",
            "por la que", "cuanto ", "cuanto", "me ", "se ", "cobra", "cuesta", "hay que pagar", "debo pagar", "?", "el sena");

    [Fact]
    public void Expand_Entry_IsThatOfItsPattern()
    {
        foreach (var (word, isAfterNumber) in new[] { ("p. ej.", false), ("S. A.", false), ("h", true), ("%", true), ("COP", true), ("COP", false),
            ("+", false), ("SOFIA Plus", false) })
        {
            var (entry, pattern) = (new SpokenEntry(word, "X", isAfterNumber), OldPatterns.Spoken(word, isAfterNumber));
            Compare(
                21,
                entry.Expand,
                text => pattern.Replace(text, "X"),
                "p. ej.", "p.ej.", "p.", "ej.", "S.", " A.", "h", " h", "%", "COP", "1", "2", " ", "  ", "a", "+", "SOFIA", " Plus", "Plus", ".", "ñ", "\n");
        }
    }

    private static void Compare(int seed, Func<string, string> now, Func<string, string> old, params string[] pieces)
    {
        foreach (var text in GeneratedTexts.Of(seed, Texts, pieces))
        {
            if (now(text) != old(text))
            {
                now(text).Should().Be(old(text), "of «{0}»", text);
            }
        }
    }

    private static IEnumerable<(int Start, string Said)> OldDates(Match match)
    {
        string[] months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "se", "oct", "nov", "dic"];
        var word = match.Groups["month"].Value;
        var month = char.IsAsciiDigit(word[0]) ? int.Parse(word, CultureInfo.InvariantCulture)
            : Array.FindIndex(months, name => word.StartsWith(name, StringComparison.Ordinal)) + 1;
        var days = match.Groups["day"].Captures.Select(day => day.Value is "primero" or "1o" ? 1 : int.Parse(day.Value, CultureInfo.InvariantCulture))
            .Where(day => day is >= 1 and <= 31).Select(day => (int?)day);
        int? year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null;
        return month is < 1 or > 12
            ? []
            : days.DefaultIfEmpty().Select(day => (match.Index, $"{match.Index}-{match.Index + match.Length}:{year}/{month}/{day}"));
    }

    private static bool IsWithin(string text, int most)
    {
        try
        {
            HtmlNesting.Check(text, most);
            return true;
        }
        catch (DocumentException)
        {
            return false;
        }
    }

    private static int Deepest(string text)
    {
        var (open, deepest) = (0, 0);
        foreach (var tag in OldPatterns.NestingTag.EnumerateMatches(text))
        {
            open = text[tag.Index + 1] == '/' ? Math.Max(0, open - 1) : open + 1;
            deepest = Math.Max(deepest, open);
        }

        return deepest;
    }
}
