namespace AzuSena.Memory.Embeddings;

/// <summary>An embedding model returned no usable vectors. The message is for the log: questions are then answered without vectors.</summary>
public sealed class EmbeddingException(string message, Exception? innerException = null) : Exception(message, innerException);
