namespace AzuSena.Whisper.Speech;

/// <summary>Detects speech in sound. Safe for concurrent use: each recording has a separate stream.</summary>
public interface ISpeechDetector : IDisposable
{
    /// <summary>Samples per frame: 32 ms.</summary>
    const int FrameLength = 512;

    /// <summary>Creates a stream for a recording.</summary>
    ISpeechTracker Start();
}

/// <summary>The detection of speech in one recording, frame by frame. Not safe for concurrent use.</summary>
public interface ISpeechTracker : IDisposable
{
    /// <summary>The probability of speech in the next samples, 0 to 1.</summary>
    /// <param name="frame"><c>float[512]</c>, 16 kHz, −1 to 1.</param>
    float Judge(ReadOnlySpan<float> frame);
}
