namespace AzuSena.Voice.Recordings;

/// <summary>The format of a recording, detected from its content.</summary>
public enum RecordingFormat
{
    /// <summary>WAV.</summary>
    Wav,

    /// <summary>MPEG audio, layer 3.</summary>
    Mp3,

    /// <summary>Ogg: Opus or Vorbis.</summary>
    Ogg,

    /// <summary>WebM or Matroska: recorded by most browsers.</summary>
    WebM,

    /// <summary>MP4: m4a, and recorded by Safari.</summary>
    Mp4,

    /// <summary>FLAC.</summary>
    Flac,

    /// <summary>AAC in ADTS frames.</summary>
    Aac,
}
