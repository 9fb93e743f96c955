namespace AzuSena.Evaluation.Reports;

/// <summary>Something drawn in a plot, its numbers already as text.</summary>
/// <param name="Shape">What it is, for the template.</param>
/// <param name="Style">Its class in the style sheet.</param>
internal abstract record PlotMark(string Shape, string Style);

/// <summary>A line along a path.</summary>
internal sealed record PlotLine(string Style, string Path) : PlotMark("line", Style);

/// <summary>A dot, whose label shows where the pointer rests.</summary>
internal sealed record PlotDot(string Style, string X, string Y, string Radius, string Label) : PlotMark("dot", Style);

/// <summary>A bar, whose label shows where the pointer rests.</summary>
internal sealed record PlotBar(string Style, string X, string Y, string Width, string Height, string Label) : PlotMark("bar", Style);

/// <summary>A word or number beside the axes.</summary>
internal sealed record PlotLabel(string X, string Y, string Anchor, string Text);

/// <summary>What a colour of a plot stands for.</summary>
internal sealed record PlotKey(string Style, string Name);
