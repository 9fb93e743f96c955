namespace AzuSena.Whisper.Audio;

/// <summary>Why sound cannot be taken.</summary>
public enum AudioProblem
{
    /// <summary>It is of a kind or encoding that is not read here; another decoder may know it.</summary>
    Unsupported,

    /// <summary>It contradicts its own format, ends inside its header or holds samples that are no numbers.</summary>
    Damaged,

    /// <summary>It is longer than the caller takes.</summary>
    TooLong,
}
