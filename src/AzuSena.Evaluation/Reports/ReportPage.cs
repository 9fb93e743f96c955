using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>The content of a report page, each figure already as text.</summary>
/// <param name="Data">The data set's name.</param>
/// <param name="Style">The style sheet.</param>
/// <param name="Run">The run's settings.</param>
/// <param name="Before">The settings of the run that it is compared with; null if it is not compared.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Unavailable">The suites that could not be run.</param>
/// <param name="Kinds">The kinds of questions; empty if none was asked.</param>
/// <param name="Plots">The plots; empty with <paramref name="Kinds"/>.</param>
/// <param name="WrongCount">How many questions had a wrong outcome.</param>
/// <param name="Cases">The worst of them.</param>
/// <param name="Pairs">Some answers as people see them; empty if none was kept.</param>
/// <param name="Sentences">The labelled sentences; null if grounding was not measured.</param>
/// <param name="Clips">The transcription of each recording; empty if voice was not measured.</param>
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
    IReadOnlyList<AnswerPair> Pairs,
    SentenceEntries? Sentences,
    IReadOnlyList<ClipOutcome> Clips);

/// <summary>A suite that could not be run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why, in Spanish.</param>
internal sealed record SuiteRow(string Name, string Reason);
