namespace AzuSena.Whisper.Decoding;

/// <summary>What the model wrote for one window.</summary>
/// <param name="Tokens">The tokens, times included, without the context and the end.</param>
/// <param name="Text">The words.</param>
/// <param name="AverageLogProbability">Natural logarithm of a token's probability, the end included, on the average.</param>
/// <param name="NoSpeechProbability">How likely it is that nobody speaks.</param>
/// <param name="CompressionRatio">How many times smaller zlib makes the text.</param>
/// <param name="IsLoop">Whether it was cut off because it went round in circles.</param>
internal sealed record DecodedText(
    IReadOnlyList<int> Tokens,
    string Text,
    double AverageLogProbability,
    double NoSpeechProbability,
    double CompressionRatio,
    bool IsLoop);
