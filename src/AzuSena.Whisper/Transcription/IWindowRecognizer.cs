using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Transcription;

/// <summary>
/// The networks of one Whisper model, whatever runs them: they hear one window of at most 30 s. Everything before and after a window (detector, windows,
/// sentences that were not said) is common to all of them: <see cref="WhisperModel"/>.
/// </summary>
public interface IWindowRecognizer : IDisposable
{
    /// <summary>Codes of the supported languages, such as <c>es</c>.</summary>
    IReadOnlyCollection<string> Languages { get; }

    /// <summary>Runs the networks once, so that the first recording takes no longer than the others.</summary>
    void WarmUp();

    /// <summary>Transcribes a window; called from one thread at a time for each of its transcriptions, and from several for several.</summary>
    /// <param name="samples"><c>float[n]</c>, mono at <see cref="AudioClip.SampleRate"/>, at most 30 s.</param>
    /// <param name="language">Code of the language; null to detect it.</param>
    /// <param name="options">The transcription options.</param>
    /// <param name="cancellationToken">Cancels it, also within a window.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    RecognizedWindow Recognize(ReadOnlyMemory<float> samples, string? language, WhisperOptions options, CancellationToken cancellationToken);
}
