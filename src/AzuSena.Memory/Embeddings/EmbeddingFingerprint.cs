namespace AzuSena.Memory.Embeddings;

/// <summary>What makes vectors comparable: only those of one fingerprint may be searched together.</summary>
/// <param name="Provider">Who computes them: <c>ollama</c>, <c>openai</c> or <c>onnx</c>.</param>
/// <param name="Model">The model's name, with the hash of its files where they are at hand.</param>
/// <param name="Dimension">Components of a vector.</param>
/// <param name="QuestionPrefix">What the model wants before a question, such as <c>query: </c>.</param>
/// <param name="PassagePrefix">What it wants before a passage, such as <c>passage: </c>.</param>
/// <param name="Pooling">How token vectors become one: <c>mean</c>, <c>cls</c>, or empty where the provider does it.</param>
public sealed record EmbeddingFingerprint(
    string Provider,
    string Model,
    int Dimension,
    string QuestionPrefix = "",
    string PassagePrefix = "",
    string Pooling = "")
{
    /// <summary>The fingerprint as one line, which the store keeps beside the vectors.</summary>
    public string Text => $"{Provider}|{Model}|{Dimension}|{QuestionPrefix}|{PassagePrefix}|{Pooling}";
}
