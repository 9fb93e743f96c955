namespace AzuSena.Memory.Translation;

/// <summary>Translation is not available now. The message is for the log.</summary>
public sealed class TranslationException(string message, Exception? innerException = null) : Exception(message, innerException);
