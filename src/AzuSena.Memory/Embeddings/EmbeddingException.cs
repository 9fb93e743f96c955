namespace AzuSena.Memory.Embeddings;

/// <summary>An embedding model gave no usable vectors. Its text is for the log: questions are then answered without vectors.</summary>
public sealed class EmbeddingException(string message, Exception? innerException = null) : Exception(message, innerException);
