namespace AzuSena.Evaluation.Reports;

/// <summary>An element of a plot, with its numbers already as text.</summary>
/// <param name="Shape">Its shape, for the template.</param>
/// <param name="Style">Its class in the style sheet.</param>
internal abstract record PlotMark(string Shape, string Style);

/// <summary>A line along a path.</summary>
internal sealed record PlotLine(string Style, string Path) : PlotMark("line", Style);

/// <summary>A dot with a tooltip.</summary>
internal sealed record PlotDot(string Style, string X, string Y, string Radius, string Label) : PlotMark("dot", Style);

/// <summary>A bar with a tooltip.</summary>
internal sealed record PlotBar(string Style, string X, string Y, string Width, string Height, string Label) : PlotMark("bar", Style);

/// <summary>A label of an axis.</summary>
internal sealed record PlotLabel(string X, string Y, string Anchor, string Text);

/// <summary>A colour of a plot with its meaning.</summary>
internal sealed record PlotKey(string Style, string Name);
