namespace AzuSena.Whisper.Decoding;

/// <summary>The model's output for one window.</summary>
/// <param name="Tokens">The tokens, including timestamps, without the context and the end.</param>
/// <param name="Text">The words.</param>
/// <param name="AverageLogProbability">Average natural logarithm of a token's probability, including the end.</param>
/// <param name="NoSpeechProbability">The probability that there is no speech.</param>
/// <param name="CompressionRatio">The zlib compression ratio of the text.</param>
/// <param name="IsLoop">Whether it was cut off because of a repetition loop.</param>
internal sealed record DecodedText(
    IReadOnlyList<int> Tokens,
    string Text,
    double AverageLogProbability,
    double NoSpeechProbability,
    double CompressionRatio,
    bool IsLoop);
