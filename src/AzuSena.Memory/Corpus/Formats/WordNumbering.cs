using System.Globalization;
using AzuSena.Passages;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Counts the numbered list items of a Word document, which does not hold their numbers.</summary>
internal sealed class WordNumbering(Numbering? numbering)
{
    private readonly Dictionary<(int List, int Level), int> _counts = [];

    /// <summary>The mark of the next item of a list: its number, a letter or a dash.</summary>
    public string Next(int list, int level)
    {
        var definition = Level(list, level);
        var format = definition?.NumberingFormat?.Val;
        if (format is null || format == NumberFormatValues.Bullet || format == NumberFormatValues.None)
        {
            return PassageText.ItemMark;
        }

        var start = definition?.StartNumberingValue?.Val?.Value ?? 1;
        var number = _counts[(list, level)] = _counts.TryGetValue((list, level), out var last) ? last + 1 : start;
        foreach (var deeper in _counts.Keys.Where(key => key.List == list && key.Level > level).ToList())
        {
            _counts.Remove(deeper);
        }

        // "2.1" and letters are text behind a dash, so that the line is still an item.
        var parts = Enumerable.Range(0, level).Select(above => _counts.TryGetValue((list, above), out var count) ? count : 1);
        return format != NumberFormatValues.Decimal && format != NumberFormatValues.DecimalZero
            ? $"{PassageText.ItemMark}{Letter(format.Value, number)}) "
            : level > 0 && (definition?.LevelText?.Val?.Value ?? "").Count(c => c == '%') > 1
                ? $"{PassageText.ItemMark}{string.Join('.', parts.Append(number).Select(part => part.ToString(CultureInfo.InvariantCulture)))} "
                : PassageText.NumberMark(number);
    }

    private static string Letter(NumberFormatValues format, int number) =>
        format == NumberFormatValues.LowerLetter ? $"{(char)('a' + ((number - 1) % 26))}"
        : format == NumberFormatValues.UpperLetter ? $"{(char)('A' + ((number - 1) % 26))}"
        : number.ToString(CultureInfo.InvariantCulture);

    private Level? Level(int list, int level)
    {
        var instance = numbering?.Elements<NumberingInstance>().FirstOrDefault(instance => instance.NumberID?.Value == list);
        return numbering?.Elements<AbstractNum>()
            .FirstOrDefault(definition => definition.AbstractNumberId?.Value == instance?.AbstractNumId?.Val?.Value)?
            .Elements<Level>().FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);
    }
}
