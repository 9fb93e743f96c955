using AzuSena.Evaluation.Questions;






namespace AzuSena.Evaluation.Results;

/// <summary>The outcome of one question: all the data of the measures, so that an old run can be measured again.</summary>
/// <param name="Id">The question's id, by which runs are paired.</param>
/// <param name="Kind">The question's kind.</param>
/// <param name="Expect">The expected outcome.</param>
/// <param name="Rank">Rank, from 1, of the first passage of a right document among the first ten; null if there is none.</param>
/// <param name="TypoRank">The same with a typing error of a fixed seed in the question; null also if that was not asked.</param>
/// <param name="Abstained">Whether it was declined.</param>
/// <param name="Confidence">The probability that the documents answer it.</param>
/// <param name="FactShare">Share of the needed facts in the answer, 0 to 1.</param>
/// <param name="IsClean">Whether no forbidden statement was made.</param>
/// <param name="IsRight">Whether the outcome is right in every respect.</param>
/// <param name="CitedRight">Share of its citations that name a right document; null without citations or right documents.</param>
/// <param name="Detail">The details for human readers; null in a baseline.</param>
/// <param name="Quality">What a reader notices; null in runs older than it.</param>
/// <param name="Tools">The tools whose results it cites; null if none.</param>
public sealed record QuestionOutcome(
    string Id,
    string Kind,
    ExpectedOutcome Expect,
    int? Rank,
    int? TypoRank,
    bool Abstained,
    double Confidence,
    double FactShare,
    bool IsClean,
    bool IsRight,
    double? CitedRight,
    OutcomeDetail? Detail = null,
    AnswerQuality? Quality = null,
    IReadOnlyList<string>? Tools = null) : IMeasured;

/// <summary>The details of a question for human readers.</summary>
/// <param name="Question">The question as asked.</param>
/// <param name="Standalone">The question as searched.</param>
/// <param name="Answer">The answer's text.</param>
/// <param name="Mode">What wrote the answer.</param>
/// <param name="Missing">The facts that it lacks, each by its first wording.</param>
/// <param name="Said">Forbidden statements that it makes.</param>
/// <param name="Documents">The right documents.</param>
/// <param name="Passages">The passages found, best first.</param>
/// <param name="TotalMs">How long the answer took, in milliseconds.</param>
/// <param name="History">The previous questions of the conversation; null if there are none.</param>
public sealed record OutcomeDetail(
    string Question,
    string Standalone,
    string Answer,
    string Mode,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Said,
    IReadOnlyList<string> Documents,
    IReadOnlyList<OutcomePassage> Passages,
    double TotalMs,
    IReadOnlyList<string>? History = null);

/// <summary>A passage found.</summary>
/// <param name="Path">Its document.</param>
/// <param name="Heading">Title and headings.</param>
/// <param name="Score">Its score, 0 to 1.</param>
/// <param name="Text">Its text.</param>
public sealed record OutcomePassage(string Path, string Heading, double Score, string Text);
