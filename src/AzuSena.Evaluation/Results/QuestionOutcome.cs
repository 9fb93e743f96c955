using AzuSena.Evaluation.Questions;






namespace AzuSena.Evaluation.Results;

/// <summary>What became of one question. All that the measures need, so that a run of any age can be measured anew.</summary>
/// <param name="Id">The question's id, by which runs are paired.</param>
/// <param name="Kind">The question's kind.</param>
/// <param name="Expect">How it should be taken.</param>
/// <param name="Rank">Place, from 1, of the first passage of a right document among the first ten; null where there is none.</param>
/// <param name="TypoRank">The same with a typing error of a fixed seed in the question; null also where that was not asked.</param>
/// <param name="Abstained">Whether it was declined.</param>
/// <param name="Confidence">The probability that the documents answer it.</param>
/// <param name="FactShare">Share of the needed facts in the answer, 0 to 1.</param>
/// <param name="IsClean">Whether nothing was said that must not be.</param>
/// <param name="IsRight">Whether it was taken as it should be, in every respect.</param>
/// <param name="CitedRight">Share of its citations that name a right document; null without citations or right documents.</param>
/// <param name="Detail">What a person reads about it; null in a baseline.</param>
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
    OutcomeDetail? Detail = null) : IMeasured;

/// <summary>What a person reads about a question.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Standalone">As it was searched.</param>
/// <param name="Answer">The answer's text.</param>
/// <param name="Mode">Who wrote it.</param>
/// <param name="Missing">The facts that it lacks, each by its first wording.</param>
/// <param name="Said">What it says though it must not.</param>
/// <param name="Documents">The documents that would have been right.</param>
/// <param name="Passages">The passages found, best first.</param>
/// <param name="TotalMs">How long the answer took, in milliseconds.</param>
public sealed record OutcomeDetail(
    string Question,
    string Standalone,
    string Answer,
    string Mode,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Said,
    IReadOnlyList<string> Documents,
    IReadOnlyList<OutcomePassage> Passages,
    double TotalMs);

/// <summary>A passage that was found.</summary>
/// <param name="Path">Its document.</param>
/// <param name="Heading">Title and headings.</param>
/// <param name="Score">Its score, 0 to 1.</param>
/// <param name="Text">Its text.</param>
public sealed record OutcomePassage(string Path, string Heading, double Score, string Text);
