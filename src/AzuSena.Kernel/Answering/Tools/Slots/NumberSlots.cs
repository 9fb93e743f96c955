using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding.Facts;

namespace AzuSena.Answering.Tools.Slots;

/// <summary>Reads numbers, percentages and amounts of money, in digits and words.</summary>
internal sealed partial class NumberSlots : ISlotReader
{
    private const string PercentMark = "p:";
    private static readonly CultureInfo Colombian = Separators();

    /// <summary>A number as written in Colombia: <c>1.423.500</c>, <c>1,5</c>.</summary>
    public static string Show(decimal value) => value.ToString("#,##0.####", Colombian);

    /// <inheritdoc/>
    public IEnumerable<SlotValue> Read(string folded)
    {
        foreach (var fact in NumberReader.Read(folded))
        {
            // "1.500" has two readings; the first is the Colombian one.
            var key = fact.Keys[0];
            var isPercent = key.StartsWith(PercentMark, StringComparison.Ordinal);
            if (!decimal.TryParse(isPercent ? key[PercentMark.Length..] : key, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                continue;
            }

            var argument = value.ToString(CultureInfo.InvariantCulture);
            if (isPercent)
            {
                yield return new SlotValue(SlotKind.Percentage, fact.Start, fact.End, argument, $"{Show(value)} %");
                continue;
            }

            var currency = Currency().Match(folded[fact.End..]);
            if (currency.Success || folded[..fact.Start].TrimEnd().EndsWith('$'))
            {
                yield return new SlotValue(SlotKind.Money, fact.Start, fact.End + currency.Length, argument, $"${Show(value)}");
            }
            else if (!fact.IsLoose)
            {
                yield return new SlotValue(SlotKind.Number, fact.Start, fact.End, argument, Show(value));
            }
        }
    }

    private static CultureInfo Separators()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NumberDecimalSeparator) = (".", ",");
        return culture;
    }

    [GeneratedRegex(@"^\s*(de )?(pesos|cop)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Currency();
}
