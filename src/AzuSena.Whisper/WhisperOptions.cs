namespace AzuSena.Whisper;

/// <summary>How one recording is to be transcribed. The thresholds are those of openai/whisper's <c>transcribe</c>.</summary>
public sealed record WhisperOptions
{
    /// <summary>Spanish, greedy, with the reference's fallbacks.</summary>
    public static WhisperOptions Default { get; } = new();

    /// <summary>Code of the language that is spoken, such as <c>es</c>; null to have it detected.</summary>
    /// <value>The default is <c>es</c>.</value>
    public string? Language { get; init; } = "es";

    /// <summary>Words as they would stand before the recording, so that names such as SENA are spelled as they should be; null for none.</summary>
    public string? Prompt { get; init; }

    /// <summary>How many texts are followed at once at temperature 0; 1 is greedy.</summary>
    /// <value>The default is 1.</value>
    public int BeamSize { get; init; } = 1;

    /// <summary>How freely tokens are drawn, tried one after the other until a text passes the thresholds.</summary>
    /// <value>The default is 0, 0.2, … 1.</value>
    public IReadOnlyList<double> Temperatures { get; init; } = [0, 0.2, 0.4, 0.6, 0.8, 1];

    /// <summary>A text that zlib makes smaller than this many times repeats itself.</summary>
    /// <value>The default is 2.4.</value>
    public double CompressionRatioThreshold { get; init; } = 2.4;

    /// <summary>A text whose tokens are on the average (natural logarithm) less likely than this has failed.</summary>
    /// <value>The default is −1.</value>
    public double LogProbabilityThreshold { get; init; } = -1;

    /// <summary>Above this probability a text that has failed is silence.</summary>
    /// <value>The default is 0.6.</value>
    public double NoSpeechThreshold { get; init; } = 0.6;
}
