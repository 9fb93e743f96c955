namespace AzuSena.Whisper;

/// <summary>A model cannot be loaded, or does not support a request. The message is for the operator: it names files, not transcribed text.</summary>
public sealed class WhisperException(string message, Exception? innerException = null) : Exception(message, innerException);
