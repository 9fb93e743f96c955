using System.Text.Json;

namespace AzuSena.Answering.Evidence;

/// <summary>The fitted weights as <c>azusena eval calibrate</c> writes them, with all that is needed to fit them again.</summary>
/// <param name="Command">The command that wrote it.</param>
/// <param name="Inputs">The data that it was fitted on, each with the SHA-256 of its content.</param>
/// <param name="Seed">The seed of the typing errors.</param>
/// <param name="Folds">Folds of the cross-validation by article.</param>
/// <param name="Costs">What a threshold was chosen by.</param>
/// <param name="Words">The weights where words alone are searched.</param>
/// <param name="Vectors">The weights where vectors are searched too.</param>
public sealed record EvidenceModelFile(
    string Command,
    IReadOnlyDictionary<string, string> Inputs,
    int Seed,
    int Folds,
    AbstentionCosts Costs,
    EvidenceWeights Words,
    EvidenceWeights Vectors)
{
    /// <summary>How it is written.</summary>
    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}

/// <summary>What mistakes cost, in any unit. Declining is cheaper than answering where (1 − p) · wrong answer &gt; p · false abstention.</summary>
/// <param name="WrongAnswer">An answer to a question that the documents do not hold.</param>
/// <param name="FalseAbstention">Declining one that they do.</param>
/// <param name="Threshold">wrong answer / (wrong answer + false abstention): the confidence below which declining costs less.</param>
public sealed record AbstentionCosts(double WrongAnswer, double FalseAbstention, double Threshold);

/// <summary>A logistic regression, and how it did on articles that it was not fitted on.</summary>
/// <param name="Embedder">The provider and model of the vectors; null where words alone were searched.</param>
/// <param name="Examples">Questions that it was fitted on, those with a typing error among them.</param>
/// <param name="Bias">The constant.</param>
/// <param name="Weights">A weight for each feature, by its name.</param>
/// <param name="HeldOutAuc">Area under the ROC curve in cross-validation by article.</param>
/// <param name="HeldOutEce">Expected calibration error there.</param>
/// <param name="FalseAbstentions">Share of answerable questions below the threshold there.</param>
/// <param name="Caught">Share of the others below it.</param>
public sealed record EvidenceWeights(
    string? Embedder,
    int Examples,
    double Bias,
    IReadOnlyDictionary<string, double> Weights,
    double HeldOutAuc,
    double HeldOutEce,
    double FalseAbstentions,
    double Caught);
