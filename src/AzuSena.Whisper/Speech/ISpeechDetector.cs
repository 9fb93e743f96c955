namespace AzuSena.Whisper.Speech;

/// <summary>Tells speech from other sound. Safe for concurrent use: each recording is followed by a stream of its own.</summary>
public interface ISpeechDetector : IDisposable
{
    /// <summary>Samples that are judged at once: 32 ms.</summary>
    const int FrameLength = 512;

    /// <summary>Begins a recording.</summary>
    ISpeechTracker Start();
}

/// <summary>A recording that is judged as it comes. Not for two threads at once.</summary>
public interface ISpeechTracker : IDisposable
{
    /// <summary>How likely it is that somebody speaks in the next samples, 0 to 1.</summary>
    /// <param name="frame"><c>float[512]</c>, 16 kHz, −1 to 1.</param>
    float Judge(ReadOnlySpan<float> frame);
}
