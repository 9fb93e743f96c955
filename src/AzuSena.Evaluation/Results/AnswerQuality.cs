using AzuSena.Answers;

namespace AzuSena.Evaluation.Results;

/// <summary>What a reader notices of an answer.</summary>
/// <param name="Leads">Whether its first 320 characters hold what was asked.</param>
/// <param name="Words">How many words are read, without citation marks.</param>
/// <param name="CitedSentences">How many of its sentences a passage supports.</param>
/// <param name="RelevantSentences">How many of these a right document supports, and a right section where the question names sections.</param>
/// <param name="Completeness">How much of what was asked it says that it answers.</param>
/// <param name="IsDeclined">Whether it says that the documents hold nothing of what was asked.</param>
/// <param name="IsRightlyDeclined">Whether it declines, at least in part, what no document answers.</param>
/// <param name="IsGood">Whether it leads, has every fact, says nothing forbidden and is short; or is rightly declined.</param>
public sealed record AnswerQuality(
    bool Leads,
    int Words,
    int CitedSentences,
    int RelevantSentences,
    Completeness Completeness,
    bool IsDeclined,
    bool IsRightlyDeclined,
    bool IsGood);
