namespace AzuSena.Whisper;

/// <summary>The options for transcribing a recording. The thresholds are those of openai/whisper's <c>transcribe</c>.</summary>
public sealed record WhisperOptions
{
    /// <summary>Spanish, greedy, with the reference's fallbacks.</summary>
    public static WhisperOptions Default { get; } = new();

    /// <summary>Code of the spoken language, such as <c>es</c>; null to detect it.</summary>
    /// <value>The default is <c>es</c>.</value>
    public string? Language { get; init; } = "es";

    /// <summary>Words as if they preceded the recording, so that names such as SENA are spelled correctly; null for none.</summary>
    public string? Prompt { get; init; }

    /// <summary>The number of beams at temperature 0; 1 is greedy.</summary>
    /// <value>The default is 1.</value>
    public int BeamSize { get; init; } = 1;

    /// <summary>The sampling temperatures, tried one after the other until a text passes the thresholds.</summary>
    /// <value>The default is 0, 0.2, … 1.</value>
    public IReadOnlyList<double> Temperatures { get; init; } = [0, 0.2, 0.4, 0.6, 0.8, 1];

    /// <summary>The zlib compression ratio above which a text is repetitive.</summary>
    /// <value>The default is 2.4.</value>
    public double CompressionRatioThreshold { get; init; } = 2.4;

    /// <summary>The average log-probability (natural logarithm) of the tokens below which a text has failed.</summary>
    /// <value>The default is −1.</value>
    public double LogProbabilityThreshold { get; init; } = -1;

    /// <summary>The no-speech probability above which a failed text is silence.</summary>
    /// <value>The default is 0.6.</value>
    public double NoSpeechThreshold { get; init; } = 0.6;
}
