namespace AzuSena.Whisper;

/// <summary>A model cannot be loaded, or cannot do what was asked of it. The message is for the operator: it names files, not what was said.</summary>
public sealed class WhisperException(string message, Exception? innerException = null) : Exception(message, innerException);
