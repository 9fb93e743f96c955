namespace AzuSena.Memory.Translation;

/// <summary>Nothing can be translated now. Its text is for the log.</summary>
public sealed class TranslationException(string message, Exception? innerException = null) : Exception(message, innerException);
