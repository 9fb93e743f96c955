using System.Text.Json;

namespace AzuSena.Answering.Evidence;

/// <summary>The fitted weights as written by <c>azusena eval calibrate</c>, with everything needed to repeat the fit.</summary>
/// <param name="Command">The command that wrote the file.</param>
/// <param name="Inputs">The data of the fit, each with the SHA-256 of its content.</param>
/// <param name="Seed">The random seed of the typing errors.</param>
/// <param name="Folds">Number of folds of the cross-validation by article.</param>
/// <param name="Costs">The costs that determine the threshold.</param>
/// <param name="Words">The weights for search by words alone.</param>
/// <param name="Vectors">The weights for search with vectors.</param>
/// <param name="WordsRead">The weights for search by words, read by the reader; null if not fitted.</param>
/// <param name="VectorsRead">The weights for search with vectors, read by the reader; null if not fitted.</param>
public sealed record EvidenceModelFile(
    string Command,
    IReadOnlyDictionary<string, string> Inputs,
    int Seed,
    int Folds,
    AbstentionCosts Costs,
    EvidenceWeights Words,
    EvidenceWeights Vectors,
    EvidenceWeights? WordsRead = null,
    EvidenceWeights? VectorsRead = null)
{
    /// <summary>The serialisation options.</summary>
    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}

/// <summary>The costs of errors, in any unit. Abstaining is cheaper than answering if (1 − p) · wrong answer &gt; p · false abstention.</summary>
/// <param name="WrongAnswer">Cost of answering a question that the documents do not answer.</param>
/// <param name="FalseAbstention">Cost of abstaining on one that they do answer.</param>
/// <param name="Threshold">wrong answer / (wrong answer + false abstention): the confidence below which abstaining costs less.</param>
public sealed record AbstentionCosts(double WrongAnswer, double FalseAbstention, double Threshold);

/// <summary>A logistic regression, with its results on held-out articles.</summary>
/// <param name="Embedder">The provider and model of the vectors; null for words alone.</param>
/// <param name="Examples">Number of questions fitted on, including those with a typing error.</param>
/// <param name="Bias">The intercept.</param>
/// <param name="Weights">The weight of each feature, by name.</param>
/// <param name="HeldOutAuc">Area under the ROC curve in cross-validation by article.</param>
/// <param name="HeldOutEce">Expected calibration error in the same cross-validation.</param>
/// <param name="FalseAbstentions">Share of answerable questions below the threshold there.</param>
/// <param name="Caught">Share of unanswerable questions below the threshold there.</param>
public sealed record EvidenceWeights(
    string? Embedder,
    int Examples,
    double Bias,
    IReadOnlyDictionary<string, double> Weights,
    double HeldOutAuc,
    double HeldOutEce,
    double FalseAbstentions,
    double Caught);
