namespace AzuSena.Faiss;

/// <summary>An index operation failed for a reason outside the call: a damaged file, no native library, an error of FAISS.</summary>
public sealed class VectorIndexException(string message, Exception? innerException = null) : Exception(message, innerException);
