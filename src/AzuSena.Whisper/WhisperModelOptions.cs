namespace AzuSena.Whisper;

/// <summary>The options for loading a model.</summary>
public sealed record WhisperModelOptions
{
    /// <summary>The number of threads of one run of the network.</summary>
    /// <value>The default is the number of processors, at most 4.</value>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>The maximum number of concurrent transcriptions; others wait for their turn.</summary>
    /// <value>The default is 1: a run uses all its threads, so two at once are each half as fast.</value>
    public int MaxConcurrent { get; init; } = 1;

    /// <summary>Whether transcription has a lower priority than other work in the process (Linux).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool LowPriority { get; init; } = true;

    /// <summary>The Silero network for voice activity detection; null to detect speech by energy.</summary>
    public string? SpeechDetector { get; init; }
}
