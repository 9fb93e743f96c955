namespace AzuSena.Whisper.Speech;

/// <summary>When sound counts as speech.</summary>
public sealed record SpeechOptions
{
    /// <summary>The probability from which speech begins.</summary>
    /// <value>The default is 0.5.</value>
    public float Threshold { get; init; } = 0.5f;

    /// <summary>The probability below which it may end, lower so that a soft syllable does not end it.</summary>
    /// <value>The default is 0.35.</value>
    public float EndThreshold { get; init; } = 0.35f;

    /// <summary>The minimum duration; shorter sounds are a click or a cough.</summary>
    /// <value>The default is 250 ms.</value>
    public TimeSpan LeastSpeech { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The minimum pause; shorter ones are part of the speech.</summary>
    /// <value>The default is 300 ms.</value>
    public TimeSpan LeastPause { get; init; } = TimeSpan.FromMilliseconds(300);
}
