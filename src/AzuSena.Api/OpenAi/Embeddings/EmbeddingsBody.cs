namespace AzuSena.Api.OpenAi.Embeddings;

/// <summary>The body of a request to <c>/v1/embeddings</c>, as it is described; <see cref="EmbeddingsRequest"/> reads it.</summary>
/// <param name="Model"><c>azusena</c>, or the name of the model that the search uses.</param>
/// <param name="Input">A text, or a list of texts.</param>
/// <param name="EncodingFormat"><c>float</c> or <c>base64</c>.</param>
/// <param name="Dimensions">The model's own, if it is there.</param>
/// <param name="InputType"><c>passage</c> or <c>query</c>: some models embed them differently.</param>
internal sealed record EmbeddingsBody(string Model, object Input, string? EncodingFormat = null, int? Dimensions = null, string? InputType = null);
