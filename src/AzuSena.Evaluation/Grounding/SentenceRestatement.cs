using System.Text.RegularExpressions;

namespace AzuSena.Evaluation.Grounding;

/// <summary>Rephrases a sentence by rules: an introductory phrase moves to the end, asides are removed, numbers and dates change their form.</summary>
internal static partial class SentenceRestatement
{
    private static readonly (string Word, string Digits)[] Numbers =
    [
        ("dos", "2"), ("tres", "3"), ("cuatro", "4"), ("cinco", "5"), ("seis", "6"), ("siete", "7"), ("ocho", "8"), ("nueve", "9"), ("diez", "10"),
        ("doce", "12"), ("quince", "15"), ("veinte", "20"), ("treinta", "30")
    ];

    private static readonly string[] Months =
    [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"
    ];

    private static readonly (string From, string To)[] Synonyms =
    [
        (" además ", " también "), (" sin embargo, ", " no obstante, "), (" durante ", " a lo largo de "), (" debido a ", " por causa de "),
        (" utiliza ", " usa "), (" obtener ", " conseguir "), (" comenzó ", " empezó "), (" ya que ", " porque "), (" aproximadamente ", " cerca de ")
    ];

    /// <summary>The sentence restated, or null if no rule applies.</summary>
    public static string? Of(string sentence)
    {
        var restated = Moved(Shortened(InOtherForm(sentence)));
        return restated == sentence ? null : restated;
    }

    private static string InOtherForm(string sentence)
    {
        sentence = FullDate().Replace(
            sentence,
            match =>
                $"{match.Groups["before"].Value}{match.Groups["day"].Value.PadLeft(2, '0')}/"
                + $"{Array.IndexOf(Months, match.Groups["month"].Value) + 1:00}/{match.Groups["year"].Value}");
        foreach (var (word, digits) in Numbers)
        {
            sentence = InDigits(sentence, $" {word} ", $" {digits} ");
        }

        sentence = Percent().Replace(sentence, "${number} por ciento");
        return Synonyms.Aggregate(sentence, (text, pair) => text.Replace(pair.From, pair.To, StringComparison.Ordinal));
    }

    // A number before a word in lower case that does not multiply it.
    private static string InDigits(string sentence, string word, string digits)
    {
        for (var at = sentence.IndexOf(word, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var behind = sentence.AsSpan(at + word.Length);
            if (behind is [var first, ..] && char.IsLower(first) && !behind.StartsWith("mil", StringComparison.Ordinal))
            {
                sentence = string.Concat(sentence.AsSpan(0, at), digits, behind);
            }
        }

        return sentence;
    }

    private static string Shortened(string sentence) => Aside().Replace(sentence, "");

    // "En 1990, la ciudad creció." becomes "La ciudad creció en 1990."
    private static string Moved(string sentence) => InFront().Match(sentence) is { Success: true } match
        ? $"{char.ToUpperInvariant(match.Groups["rest"].Value[0])}{match.Groups["rest"].Value[1..]} "
            + $"{char.ToLowerInvariant(match.Groups["front"].Value[0])}{match.Groups["front"].Value[1..]}."
        : sentence;

    [GeneratedRegex(
        @"(?<before>\A|[^\d-])(?<day>[1-9]|[12]\d|3[01]) de "
        + @"(?<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) de (?<year>\d{4})\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"(?<number>\d) ?%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Percent();

    [GeneratedRegex(@" \([^()]{1,120}\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Aside();

    [GeneratedRegex(
        @"^(?<front>(?:En|Durante|Para|Desde|Hasta|Según|Con|Por|Después de|Antes de) [^,.;:]{3,60}), (?<rest>[^:;«""]{20,})\.$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InFront();
}
