using System.Globalization;
using System.Text;

namespace AzuSena.Evaluation.Reports;

/// <summary>One plot of two axes from 0 to 1, drawn as SVG. Colours are classes of the page's style sheet, so that it follows light and dark.</summary>
internal sealed class Svg
{
    private const double Width = 360;
    private const double Height = 250;
    private const double Left = 52;
    private const double Right = 10;
    private const double Top = 10;
    private const double Bottom = 38;
    private const int Ticks = 5;

    private readonly StringBuilder _marks = new();
    private readonly double _top;

    /// <param name="title">What it shows, for who cannot see it.</param>
    /// <param name="across">The name of the axis across.</param>
    /// <param name="up">The name of the axis upwards.</param>
    /// <param name="top">The greatest value upwards.</param>
    public Svg(string title, string across, string up, double top = 1)
    {
        _top = top > 0 ? top : 1;
        _marks.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{HtmlText.Of(title)}\">");
        _marks.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\"/>");
        for (var i = 0; i <= Ticks; i++)
        {
            var share = (double)i / Ticks;
            Text(X(share), Height - Bottom + 14, share.ToString("0.#", CultureInfo.InvariantCulture), "middle");
            Text(Left - 5, Y(share * _top) + 4, (share * _top).ToString(_top > 1 ? "0" : "0.##", CultureInfo.InvariantCulture), "end");
        }

        Text(Left + ((Width - Left - Right) / 2), Height - 6, across, "middle");
        _marks.Append(CultureInfo.InvariantCulture, $"<text transform=\"translate(11 {Top + ((Height - Top - Bottom) / 2)}) rotate(-90)\" text-anchor=\"middle\">{HtmlText.Of(up)}</text>");
    }

    /// <summary>A line through points.</summary>
    public Svg Line(IEnumerable<(double X, double Y)> points, string style)
    {
        var path = string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#} {Y(point.Y):0.#}")));
        _marks.Append(path.Length == 0 ? "" : $"<path class=\"{style}\" d=\"M{path}\"/>");
        return this;
    }

    /// <summary>A dot, its area in proportion to a weight from 0 to 1.</summary>
    public Svg Dot(double x, double y, double weight, string style, string label)
    {
        _marks.Append(CultureInfo.InvariantCulture, $"<circle class=\"{style}\" cx=\"{X(x):0.#}\" cy=\"{Y(y):0.#}\" r=\"{3 + (9 * Math.Sqrt(weight)):0.#}\"><title>{HtmlText.Of(label)}</title></circle>");
        return this;
    }

    /// <summary>A bar from the axis upwards.</summary>
    public Svg Bar(double from, double to, double value, string style, string label)
    {
        _marks.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{X(from):0.#}\" y=\"{Y(value):0.#}\" width=\"{X(to) - X(from):0.#}\" height=\"{Y(0) - Y(value):0.#}\"><title>{HtmlText.Of(label)}</title></rect>");
        return this;
    }

    /// <summary>A line from the bottom to the top.</summary>
    public Svg Mark(double at) => Line([(at, 0), (at, _top)], "mark");

    /// <inheritdoc/>
    public override string ToString() => $"{_marks}</svg>";

    private static double X(double value) => Left + (value * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (value / _top * (Height - Top - Bottom));

    private void Text(double x, double y, string text, string anchor) =>
        _marks.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{HtmlText.Of(text)}</text>");
}
