namespace AzuSena.Translation;

/// <summary>Nothing can be translated now. Its text is for the log.</summary>
internal sealed class TranslationException(string message, Exception? innerException = null) : Exception(message, innerException);
