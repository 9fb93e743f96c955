namespace AzuSena.Whisper.Audio;

/// <summary>Sound cannot be taken.</summary>
/// <param name="problem">Why, for programs.</param>
/// <param name="message">Why, for the log.</param>
/// <param name="cause">The exception behind it.</param>
public sealed class AudioException(AudioProblem problem, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Why.</summary>
    public AudioProblem Problem { get; } = problem;
}
