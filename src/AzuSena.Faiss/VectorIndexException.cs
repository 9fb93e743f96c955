namespace AzuSena.Faiss;

/// <summary>An index could not do what was asked for a reason outside the call: a damaged file, no native library, FAISS's own refusal.</summary>
public sealed class VectorIndexException(string message, Exception? innerException = null) : Exception(message, innerException);
