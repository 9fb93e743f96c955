using System.Numerics.Tensors;
using System.Text.Json;

namespace AzuSena.Answering.Ranking;

/// <summary>
/// Scores quotes by a weighted sum of their features. The weights (<c>quote-model.json</c>) were fitted by <c>azusena eval calibrate --quotes</c>, so that
/// a quote that answers gets the largest share of the softmax over all quotes of its question (docs/decisions/0028-answers.md). The weights of
/// features that the data of the fit hardly has are set by hand.
/// </summary>
public static class QuoteModel
{
    /// <summary>
    /// The weights set by hand. <see cref="QuoteFeature.Asked"/> depends on what the author of a document lists: none of the questions fitted on was listed.
    /// Few of them ask for a definition. A
    /// long list holds many a wording by chance, so the data cannot tell what a list is worth to who reads it.
    /// </summary>
    public static readonly IReadOnlyDictionary<QuoteFeature, double> ByHand = new Dictionary<QuoteFeature, double>
    {
        [QuoteFeature.Asked] = 11,
        [QuoteFeature.Defines] = 4,
        [QuoteFeature.List] = 0.5,
        [QuoteFeature.UnaskedList] = -1.5,
    };

    /// <summary>The weights in use.</summary>
    public static QuoteModelFile Current { get; } = Read();

    private static readonly double[] Weights = WeightsOf(Current.Weights);
    private static readonly double[] WeightsOnceRead = WeightsOf(Current.ReadWeights ?? Current.Weights);

    /// <summary>The score of a quote.</summary>
    /// <param name="features">Its features.</param>
    /// <param name="isRead">Whether the reader read the quotes of its question.</param>
    public static double Score(QuoteFeatures features, bool isRead = false) =>
        TensorPrimitives.Dot(features.Values, isRead ? WeightsOnceRead : Weights);

    /// <summary>The values that the weights are fitted on: those of the features weighted by hand are zero.</summary>
    public static double[] Fitted(QuoteFeatures features)
    {
        var values = features.Values.ToArray();
        foreach (var feature in ByHand.Keys)
        {
            values[(int)feature] = 0;
        }

        return values;
    }

    /// <summary>The part of the score that the features weighted by hand make up.</summary>
    public static double ByHandOf(QuoteFeatures features) => ByHand.Sum(pair => pair.Value * features[pair.Key]);

    private static QuoteModelFile Read()
    {
        using var stream = typeof(QuoteModel).Assembly.GetManifestResourceStream("AzuSena.Answering.Ranking.quote-model.json")!;
        return JsonSerializer.Deserialize<QuoteModelFile>(stream, QuoteModelFile.Json)!;
    }

    // A new feature has weight zero until the next fit.
    private static double[] WeightsOf(IReadOnlyDictionary<string, double> fitted) =>
    [
        .. Enum.GetValues<QuoteFeature>()
            .Select(feature => ByHand.TryGetValue(feature, out var weight) ? weight : fitted.GetValueOrDefault(feature.ToString()))
    ];
}

/// <summary>The fitted weights, with what is needed to repeat the fit.</summary>
/// <param name="Command">The command that wrote the file.</param>
/// <param name="Inputs">The data of the fit, each with the SHA-256 of its content.</param>
/// <param name="Questions">Number of questions fitted on.</param>
/// <param name="Penalty">The penalty on the square of the weights.</param>
/// <param name="Weights">The weight of each feature, by name.</param>
/// <param name="ReadWeights">The same for quotes that the reader read; null if not fitted.</param>
public sealed record QuoteModelFile(
    string Command,
    IReadOnlyDictionary<string, string> Inputs,
    int Questions,
    double Penalty,
    IReadOnlyDictionary<string, double> Weights,
    IReadOnlyDictionary<string, double>? ReadWeights = null)
{
    /// <summary>The serialisation options.</summary>
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };
}
