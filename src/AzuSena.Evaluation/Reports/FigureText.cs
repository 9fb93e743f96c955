using System.Globalization;
using AzuSena.Evaluation.Measures;

namespace AzuSena.Evaluation.Reports;

/// <summary>Formats figures for tables and reports.</summary>
public static class FigureText
{
    // From here on a figure is a count, not a share.
    private const double SmallestCount = 10;

    /// <summary>A figure; a dash if there is none.</summary>
    public static string Format(double? value) => value?.ToString(Math.Abs(value.Value) < SmallestCount ? "F4" : "F1", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>A difference, with its sign.</summary>
    public static string Change(double? value) => value?.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>The bounds of an interval.</summary>
    public static string Range(Interval? interval) => interval is null ? "—" : $"{Format(interval.Low)} … {Format(interval.High)}";

    /// <summary>Whether a figure is worse or better than before, in Spanish; empty if neither.</summary>
    public static string Verdict(Figure figure) => figure.IsWorse == true ? "peor" : figure.IsBetter == true ? "mejor" : "";
}
