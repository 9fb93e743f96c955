namespace AzuSena.Whisper.Audio;

/// <summary>The reasons why sound is rejected.</summary>
public enum AudioProblem
{
    /// <summary>Its format or encoding is not supported here; another decoder may support it.</summary>
    Unsupported,

    /// <summary>It contradicts its own format, ends inside its header or holds samples that are not numbers.</summary>
    Damaged,

    /// <summary>It is longer than the caller permits.</summary>
    TooLong,
}
