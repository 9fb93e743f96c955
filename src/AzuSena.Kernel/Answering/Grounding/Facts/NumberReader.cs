using System.Globalization;
using System.Text.RegularExpressions;

namespace AzuSena.Answering.Grounding.Facts;

/// <summary>Finds numbers in folded text: digits, words, ordinals, percentages, amounts and codes with digits. <c>1.500.000</c>, <c>1'500.000</c> and <c>1,5 millones</c> are the same.</summary>
internal static partial class NumberReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The numbers of a text, in order.</summary>
    public static List<Fact> Read(string folded)
    {
        var facts = new List<Fact>();
        var tokens = Token().Matches(folded);
        for (var i = 0; i < tokens.Count;)
        {
            i = ReadOne(folded, tokens, i, facts);
        }

        return facts;
    }

    private static int ReadOne(string folded, MatchCollection tokens, int at, List<Fact> facts)
    {
        var first = tokens[at];
        var word = first.Value;
        if (first.Groups["code"].Success)
        {
            facts.Add(new Fact(FactKind.Number, first.Index, first.Index + first.Length, [$"c:{word.Replace("-", "", StringComparison.Ordinal)}"]));
            return at + 1;
        }

        var next = at;
        var values = first.Groups["digits"].Success ? Digits(folded, tokens, ref next) : InWords(folded, tokens, ref next);
        if (next == at)
        {
            if (SpanishNumbers.Ordinals.TryGetValue(word, out var ordinal))
            {
                facts.Add(new Fact(FactKind.Number, first.Index, first.Index + first.Length, [Key(ordinal)], IsLoose: ordinal < 3 || word is "cuarto" or "cuartos" or "cuarta" or "cuartas" or "octavos"));
            }

            return at + 1;
        }

        var (start, end) = (first.Index, tokens[next - 1].Index + tokens[next - 1].Length);
        var percent = Percent().Match(folded, end);
        var isOne = next == at + 1 && word is "un" or "una" or "uno";
        var keys = values.Count == 0 ? [$"c:{word}"] : values.Select(value => percent.Success ? $"p:{Key(value)}" : Key(value)).ToArray();
        facts.Add(new Fact(FactKind.Number, start, percent.Success ? percent.Index + percent.Length : end, keys, IsLoose: isOne && !percent.Success));
        while (percent.Success && next < tokens.Count && tokens[next].Index < percent.Index + percent.Length)
        {
            next++;
        }

        return next;
    }

    private static List<decimal> Digits(string folded, MatchCollection tokens, ref int next)
    {
        var values = SpanishNumbers.Values(tokens[next].Value).ToList();
        next++;
        while (next < tokens.Count && SpanishNumbers.Multipliers.TryGetValue(tokens[next].Value, out var times) && Follows(folded, tokens, next, " "))
        {
            values = values.ConvertAll(value => Multiply(value, times));
            next++;
        }

        return values;
    }

    private static List<decimal> InWords(string folded, MatchCollection tokens, ref int next)
    {
        decimal millions = 0, thousands = 0, current = 0;
        var start = next;
        for (; next < tokens.Count; next++)
        {
            var word = tokens[next].Value;
            if (SpanishNumbers.Multipliers.TryGetValue(word, out var times) && (next == start ? times == 1_000 : Follows(folded, tokens, next, " ")))
            {
                if (times == 1_000)
                {
                    thousands += 1_000 * Math.Max(1, current);
                }
                else
                {
                    millions += Multiply(Math.Max(1, thousands + current), times);
                    thousands = 0;
                }

                current = 0;
            }
            else if (SpanishNumbers.Words.TryGetValue(word, out var value) && (next == start || GoesOn(folded, tokens, next, value, current)))
            {
                current += value;
            }
            else
            {
                break;
            }
        }

        return next == start ? [] : [millions + thousands + current];
    }

    // "treinta y cinco", "ciento veinte", "dos mil quinientos"; "dos tres" are two numbers.
    private static bool GoesOn(string folded, MatchCollection tokens, int at, decimal value, decimal current) =>
        (Follows(folded, tokens, at, " ") && (current == 0 || (current % 100 == 0 && value < 100)))
        || (Follows(folded, tokens, at, " y ") && value < 10 && current % 100 is >= 30 and <= 90 && current % 10 == 0);

    private static decimal Multiply(decimal value, decimal times) => value > decimal.MaxValue / times ? decimal.MaxValue : value * times;

    private static bool Follows(string folded, MatchCollection tokens, int at, string between) =>
        at > 0 && folded.AsSpan()[(tokens[at - 1].Index + tokens[at - 1].Length)..tokens[at].Index].SequenceEqual(between);

    /// <summary>The one spelling of a value.</summary>
    public static string Key(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    // A code holds letters and digits: B1, COVID-19, ISO9001. Words are looked up.
    [GeneratedRegex(@"(?<code>\b(?=[a-z0-9-]*[0-9])(?=[a-z0-9-]*[a-z])(?!\d+[oa]\b)[a-z0-9]+(?:-[a-z0-9]+)*\b)|(?<![\d.,])(?<digits>\d{1,3}(?: \d{3})+(?![\d.,]*\d)|\d+(?:[.,'’]\d+)*)|(?<word>\b[a-z]+\b)", Options, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\G ?(?:%|por ?ciento\b)", Options, 1000)]
    private static partial Regex Percent();
}
