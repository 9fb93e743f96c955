namespace AzuSena.Whisper.Audio;

/// <summary>Sound is not supported.</summary>
/// <param name="problem">The reason, for programs.</param>
/// <param name="message">The reason, for the log.</param>
/// <param name="cause">The inner exception.</param>
public sealed class AudioException(AudioProblem problem, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The reason.</summary>
    public AudioProblem Problem { get; } = problem;
}
