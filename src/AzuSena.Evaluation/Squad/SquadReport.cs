namespace AzuSena.Evaluation.Squad;

/// <summary>The figures of one run of <c>azusena eval squad</c>.</summary>
/// <param name="Embedder">The provider and model of the vectors; null if only words were searched.</param>
/// <param name="Passages">Paragraphs indexed.</param>
/// <param name="Questions">Answerable questions asked.</param>
/// <param name="NdcgAt10">Normalised discounted cumulative gain over the first ten.</param>
/// <param name="RecallAt1">Share of questions whose paragraph comes first.</param>
/// <param name="RecallAt5">Share whose paragraph is among the first five.</param>
/// <param name="MrrAt10">Mean reciprocal rank over the first ten.</param>
/// <param name="GoldIn1">Share whose gold answer is in the first chosen sentence.</param>
/// <param name="GoldIn2">… in the first two.</param>
/// <param name="GoldIn3">… in the first three.</param>
/// <param name="Abstention">How well questions without an answer are recognized, by the kind of question.</param>
/// <param name="IsRead">Whether the reader read what was found.</param>
/// <param name="RankingMs">The mean time in which what can be quoted is ranked, reading included, in milliseconds; NaN if none was ranked.</param>
public sealed record SquadReport(
    string? Embedder,
    int Passages,
    int Questions,
    double NdcgAt10,
    double RecallAt1,
    double RecallAt5,
    double MrrAt10,
    double GoldIn1,
    double GoldIn2,
    double GoldIn3,
    IReadOnlyList<AbstentionFigures> Abstention,
    bool IsRead,
    double RankingMs);

/// <summary>How well answerable questions are distinguished from others, at the threshold in use.</summary>
/// <param name="Negatives">
/// The origin of the questions without an answer: <c>adversarial</c> (the file's own, made to look answerable) or <c>foreign</c> (another file's, asked while
/// no passage is about their article).
/// </param>
/// <param name="Count">Their number.</param>
/// <param name="Auc">Area under the ROC curve of the confidence.</param>
/// <param name="Threshold">The confidence below which the product abstains.</param>
/// <param name="FalseAbstentions">Share of answerable questions that it declines.</param>
/// <param name="Caught">Share of the others that it declines.</param>
public sealed record AbstentionFigures(
    string Negatives,
    int Count,
    double Auc,
    double Threshold,
    double FalseAbstentions,
    double Caught);
