using System.Collections.Frozen;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelNumberFormat;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Writes numbers, dates and hours as Excel shows them in Spanish; a date with day, month and year as <c>2025-02-15</c>, so that it is never
/// mistaken.</summary>
internal sealed class ExcelFormats
{
    private const string General = "General";

    // The formats that a file names by number only.
    private static readonly FrozenDictionary<uint, string> BuiltIn = new Dictionary<uint, string>
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "\"$\"#,##0",
        [6] = "\"$\"#,##0",
        [7] = "\"$\"#,##0.00",
        [8] = "\"$\"#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "d/m/yyyy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "d/m/yyyy h:mm",
        [37] = "#,##0;(#,##0)",
        [38] = "#,##0;(#,##0)",
        [39] = "#,##0.00;(#,##0.00)",
        [40] = "#,##0.00;(#,##0.00)",
        [41] = "#,##0",
        [42] = "\"$\"#,##0",
        [43] = "#,##0.00",
        [44] = "\"$\"#,##0.00",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
        [49] = "@",
    }.ToFrozenDictionary();

    private static readonly CultureInfo Spanish = Culture();

    private readonly List<NumberFormat?> _byStyle = [];
    private readonly double _firstDay;

    public ExcelFormats(WorkbookPart workbook)
    {
        _firstDay = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true ? 1462 : 0;
        var sheet = workbook.WorkbookStylesPart?.Stylesheet;
        var own = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format is { NumberFormatId: not null, FormatCode: not null })
            .DistinctBy(format => format.NumberFormatId!.Value)
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!);
        _byStyle.AddRange((sheet?.CellFormats?.Elements<CellFormat>() ?? []).Select(style => style.NumberFormatId?.Value is { } id
            ? Format(own.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id, General))
            : null));
    }

    /// <summary>A number as a cell of a style shows it.</summary>
    public string Text(double number, uint? style)
    {
        var format = style < _byStyle.Count ? _byStyle[(int)style.Value] : null;
        if (format is null)
        {
            return Plain(number);
        }

        try
        {
            return format.IsTimeSpanFormat ? format.Format(TimeSpan.FromDays(number), Spanish)
                : format.IsDateTimeFormat ? Text(DateTime.FromOADate(number + _firstDay), format, number)
                : format.Format(number, Spanish);
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException or FormatException or InvalidCastException)
        {
            return Plain(number);
        }
    }

    /// <summary>A date that a cell holds as text: <c>2025-02-15T08:00:00</c>.</summary>
    public string Date(string text, uint? style) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) ? Text(date.ToOADate() - _firstDay, style ?? 0)
            : text;

    // Fifteen digits are all that Excel holds: 0.1 + 0.2 is 0,3.
    private static string Plain(double number) => number.ToString("G15", Spanish);

    private static string Text(DateTime date, NumberFormat format, double number)
    {
        var code = format.FormatString;
        var (hasDay, hasYear, hasTime) = (HasPart(code, 'd'), HasPart(code, 'y'), HasPart(code, 'h'));
        return hasDay && hasYear && number >= 1
            ? date.ToString(hasTime && date.TimeOfDay > TimeSpan.Zero ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : format.Format(date, Spanish);
    }

    // Not within quotes or brackets, as in [$-240A].
    private static bool HasPart(string code, char part)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var c in code)
        {
            quoted ^= c == '"';
            bracketed = (bracketed || c == '[') && c != ']';
            if (!quoted && !bracketed && char.ToLowerInvariant(c) == part)
            {
                return true;
            }
        }

        return false;
    }

    private static NumberFormat? Format(string code) =>
        code.Equals(General, StringComparison.OrdinalIgnoreCase) || code.Length > 255 || new NumberFormat(code) is not { IsValid: true } format ? null : format;

    // Not that of the system: what is read must not depend on where.
    private static CultureInfo Culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.CurrencyDecimalSeparator = ",";
        culture.NumberFormat.CurrencyGroupSeparator = ".";
        culture.DateTimeFormat.MonthNames =
            ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", ""];
        culture.DateTimeFormat.AbbreviatedMonthNames = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic", ""];
        culture.DateTimeFormat.DayNames = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];
        culture.DateTimeFormat.AbbreviatedDayNames = ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"];
        return CultureInfo.ReadOnly(culture);
    }
}
