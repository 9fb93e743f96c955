using System.Globalization;
using AzuSena.Spanish;
using AzuSena.Spanish.Numbers;

namespace AzuSena.Answering.Grounding.Facts;

/// <summary>
/// Finds numbers in folded text: digits, words, ordinals, percentages, amounts and codes with digits. <c>1.500.000</c>, <c>1'500.000</c> and
/// <c>1,5 millones</c> are equal.
/// </summary>
internal static class NumberReader
{
    private const string Hundred = "ciento";

    /// <summary>The numbers of a text, in order.</summary>
    public static List<Fact> Read(string folded)
    {
        var facts = new List<Fact>();
        var tokens = NumberTokens.Of(folded);
        for (var i = 0; i < tokens.Count;)
        {
            i = ReadOne(folded, tokens, i, facts);
        }

        return facts;
    }

    private static int ReadOne(string folded, List<NumberToken> tokens, int at, List<Fact> facts)
    {
        var first = tokens[at];
        var word = first.Value;
        if (first.Kind is NumberTokenKind.Code)
        {
            facts.Add(new Fact(FactKind.Number, first.Index, first.End, [$"c:{word.Replace("-", "", StringComparison.Ordinal)}"]));
            return at + 1;
        }

        var next = at;
        var values = first.Kind is NumberTokenKind.Digits ? Digits(folded, tokens, ref next) : InWords(folded, tokens, ref next);
        if (next == at)
        {
            if (NumberValues.Ordinals.TryGetValue(word, out var ordinal))
            {
                facts.Add(new Fact(
                    FactKind.Number, first.Index, first.End, [Key(ordinal)],
                    IsLoose: ordinal < 3 || word is "cuarto" or "cuartos" or "cuarta" or "cuartas" or "octavos"));
            }

            return at + 1;
        }

        var (start, end) = (first.Index, tokens[next - 1].End);
        var percent = PercentEnd(folded, end);
        var isOne = next == at + 1 && word is "un" or "una" or "uno";
        var keys = values.Count == 0 ? [$"c:{word}"] : values.Select(value => percent is not null ? $"p:{Key(value)}" : Key(value)).ToArray();
        facts.Add(new Fact(FactKind.Number, start, percent ?? end, keys, IsLoose: isOne && percent is null));
        while (next < tokens.Count && tokens[next].Index < percent)
        {
            next++;
        }

        return next;
    }

    private static List<decimal> Digits(string folded, List<NumberToken> tokens, ref int next)
    {
        var values = NumberValues.Values(tokens[next].Value).ToList();
        next++;
        while (next < tokens.Count && NumberValues.Multipliers.TryGetValue(tokens[next].Value, out var times) && Follows(folded, tokens, next, " "))
        {
            values = values.ConvertAll(value => Multiply(value, times));
            next++;
        }

        return values;
    }

    private static List<decimal> InWords(string folded, List<NumberToken> tokens, ref int next)
    {
        decimal millions = 0, thousands = 0, current = 0;
        var start = next;
        for (; next < tokens.Count; next++)
        {
            var word = tokens[next].Value;
            if (NumberValues.Multipliers.TryGetValue(word, out var times) && (next == start ? times == 1_000 : Follows(folded, tokens, next, " ")))
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
            else if (NumberValues.Words.TryGetValue(word, out var value) && (next == start || GoesOn(folded, tokens, next, value, current)))
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
    private static bool GoesOn(string folded, List<NumberToken> tokens, int at, decimal value, decimal current) =>
        (Follows(folded, tokens, at, " ") && (current == 0 || (current % 100 == 0 && value < 100)))
        || (Follows(folded, tokens, at, " y ") && value < 10 && current % 100 is >= 30 and <= 90 && current % 10 == 0);

    private static decimal Multiply(decimal value, decimal times) => value > decimal.MaxValue / times ? decimal.MaxValue : value * times;

    private static bool Follows(string folded, List<NumberToken> tokens, int at, string between) =>
        at > 0 && folded.AsSpan()[tokens[at - 1].End..tokens[at].Index].SequenceEqual(between);

    /// <summary>The normal form of a value.</summary>
    public static string Key(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    // " %", "por ciento", "porciento".
    private static int? PercentEnd(string folded, int at)
    {
        var rest = folded.AsSpan(at);
        var sign = rest is [' ', ..] ? rest[1..] : rest;
        if (sign is ['%', ..])
        {
            return folded.Length - sign.Length + 1;
        }

        if (sign is not ['p', 'o', 'r', .. var hundred])
        {
            return null;
        }

        hundred = hundred is [' ', ..] ? hundred[1..] : hundred;
        var end = folded.Length - hundred.Length + Hundred.Length;
        return hundred.StartsWith(Hundred, StringComparison.Ordinal) && WordBoundary.IsAt(folded, end) ? end : null;
    }
}
