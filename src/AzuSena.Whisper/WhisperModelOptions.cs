namespace AzuSena.Whisper;

/// <summary>How a model is loaded.</summary>
public sealed record WhisperModelOptions
{
    /// <summary>Threads of one run of the network.</summary>
    /// <value>The default is the number of processors, at most 4.</value>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>How many recordings are transcribed at once; others wait for their turn.</summary>
    /// <value>The default is 1: a run uses every thread that it may, so two at once are each half as quick.</value>
    public int MaxConcurrent { get; init; } = 1;

    /// <summary>Whether other work in the process goes before transcribing wherever both want the processor (Linux).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool LowPriority { get; init; } = true;

    /// <summary>The Silero network that tells speech from other sound; null for a gate by energy.</summary>
    public string? SpeechDetector { get; init; }
}
