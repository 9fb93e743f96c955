namespace AzuSena.Memory.Embeddings;

/// <summary>Identifies comparable vectors: only those with equal fingerprints may be searched together.</summary>
/// <param name="Provider">The provider: <c>ollama</c>, <c>openai</c> or <c>onnx</c>.</param>
/// <param name="Model">The model's name, with the hash of its files if they are local.</param>
/// <param name="Dimension">Components of a vector.</param>
/// <param name="QuestionPrefix">The prefix for questions, such as <c>query: </c>.</param>
/// <param name="PassagePrefix">The prefix for passages, such as <c>passage: </c>.</param>
/// <param name="Pooling">How token vectors are pooled: <c>mean</c>, <c>cls</c>, or empty if the provider does it.</param>
public sealed record EmbeddingFingerprint(
    string Provider,
    string Model,
    int Dimension,
    string QuestionPrefix = "",
    string PassagePrefix = "",
    string Pooling = "")
{
    /// <summary>The fingerprint as one line, stored with the vectors.</summary>
    public string Text => $"{Provider}|{Model}|{Dimension}|{QuestionPrefix}|{PassagePrefix}|{Pooling}";
}
