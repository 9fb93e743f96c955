using System.Globalization;

namespace AzuSena.Evaluation.Reports;

/// <summary>
/// One plot of two axes from 0 to 1, which the report draws as SVG. Colours are classes of its style sheet, so that they follow light and dark.
/// </summary>
internal sealed class Plot
{
    private const double Width = 360;
    private const double Height = 250;
    private const double Left = 52;
    private const double Right = 10;
    private const double Top = 10;
    private const double Bottom = 38;
    private const int Ticks = 5;

    private readonly List<PlotLabel> _labels = [];
    private readonly List<PlotMark> _marks = [];
    private readonly double _top;

    /// <param name="title">Its description for screen readers.</param>
    /// <param name="across">The name of the horizontal axis.</param>
    /// <param name="up">The name of the vertical axis.</param>
    /// <param name="top">The largest value of the vertical axis.</param>
    public Plot(string title, string across, string up, double top = 1)
    {
        (Title, Up, _top) = (title, up, top > 0 ? top : 1);
        for (var i = 0; i <= Ticks; i++)
        {
            var share = (double)i / Ticks;
            Write(X(share), Height - Bottom + 14, share.ToString("0.#", CultureInfo.InvariantCulture), "middle");
            Write(Left - 5, Y(share * _top) + 4, (share * _top).ToString(_top > 1 ? "0" : "0.##", CultureInfo.InvariantCulture), "end");
        }

        Write(Left + ((Width - Left - Right) / 2), Height - 6, across, "middle");
    }

    /// <summary>Its description.</summary>
    public string Title { get; }

    /// <summary>The name of the vertical axis.</summary>
    public string Up { get; }

    /// <summary>The legend of its colours.</summary>
    public IReadOnlyList<PlotKey> Keys { get; init; } = [];

    /// <summary>The text below it.</summary>
    public required string Caption { get; init; }

    /// <summary>The area it is drawn in.</summary>
    public string Box { get; } = $"0 0 {Number(Width)} {Number(Height)}";

    /// <summary>The path of the axes.</summary>
    public string Axes { get; } = $"M{Number(Left)} {Number(Top)}V{Number(Height - Bottom)}H{Number(Width - Right)}";

    /// <summary>The middle of the vertical axis.</summary>
    public string Middle { get; } = Number(Top + ((Height - Top - Bottom) / 2));

    /// <summary>The labels of the axes.</summary>
    public IReadOnlyList<PlotLabel> Labels => _labels;

    /// <summary>The drawn elements, the lowest first.</summary>
    public IReadOnlyList<PlotMark> Marks => _marks;

    /// <summary>Adds a line through points.</summary>
    public Plot Line(IEnumerable<(double X, double Y)> points, string style)
    {
        var path = string.Join('L', points.Select(point => $"{Number(X(point.X))} {Number(Y(point.Y))}"));
        return path.Length == 0 ? this : Add(new PlotLine(style, $"M{path}"));
    }

    /// <summary>Adds a dot, its area in proportion to a weight from 0 to 1.</summary>
    public Plot Dot(double x, double y, double weight, string style, string label) =>
        Add(new PlotDot(style, Number(X(x)), Number(Y(y)), Number(3 + (9 * Math.Sqrt(weight))), label));

    /// <summary>Adds a bar from the horizontal axis upwards.</summary>
    public Plot Bar(double from, double to, double value, string style, string label) =>
        Add(new PlotBar(style, Number(X(from)), Number(Y(value)), Number(X(to) - X(from)), Number(Y(0) - Y(value)), label));

    /// <summary>Adds a vertical line over the full height.</summary>
    public Plot Mark(double at) => Line([(at, 0), (at, _top)], "mark");

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static double X(double value) => Left + (value * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (value / _top * (Height - Top - Bottom));

    private void Write(double x, double y, string text, string anchor) => _labels.Add(new PlotLabel(Number(x), Number(y), anchor, text));

    private Plot Add(PlotMark mark)
    {
        _marks.Add(mark);
        return this;
    }
}
