using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>What the page of a report shows, each figure already as text.</summary>
/// <param name="Data">The data set's name.</param>
/// <param name="Style">The style sheet.</param>
/// <param name="Run">What was run.</param>
/// <param name="Before">The same of the run that it is compared with; null if it is not compared.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Unavailable">The suites that could not be run.</param>
/// <param name="Kinds">The kinds of questions; empty if none was asked.</param>
/// <param name="Plots">The plots; empty with <paramref name="Kinds"/>.</param>
/// <param name="WrongCount">How many questions went wrong.</param>
/// <param name="Cases">The worst of them.</param>
/// <param name="Sentences">The labelled sentences; null if grounding was not measured.</param>
/// <param name="Clips">What was heard of each recording; empty if hearing was not measured.</param>
internal sealed record ReportPage(
    string Data,
    string Style,
    string Run,
    string? Before,
    IReadOnlyList<FigureRow> Figures,
    IReadOnlyList<SuiteRow> Unavailable,
    IReadOnlyList<KindRow> Kinds,
    IReadOnlyList<Plot> Plots,
    int WrongCount,
    IReadOnlyList<CaseEntry> Cases,
    SentenceEntries? Sentences,
    IReadOnlyList<ClipOutcome> Clips);

/// <summary>A suite that could not be run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why, in Spanish.</param>
internal sealed record SuiteRow(string Name, string Reason);
