namespace AzuSena.Voice.Recordings;

/// <summary>What a recording is, as told by its content.</summary>
public enum RecordingFormat
{
    /// <summary>WAV.</summary>
    Wav,

    /// <summary>MPEG audio, layer 3.</summary>
    Mp3,

    /// <summary>Ogg: Opus or Vorbis.</summary>
    Ogg,

    /// <summary>WebM or Matroska: what most browsers record.</summary>
    WebM,

    /// <summary>MP4: m4a, and what Safari records.</summary>
    Mp4,

    /// <summary>FLAC.</summary>
    Flac,

    /// <summary>AAC in ADTS frames.</summary>
    Aac,
}
