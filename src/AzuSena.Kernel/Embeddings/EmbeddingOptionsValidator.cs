using Microsoft.Extensions.Options;

namespace AzuSena.Embeddings;

/// <summary>What one option needs of another.</summary>
internal sealed class EmbeddingOptionsValidator : IValidateOptions<EmbeddingOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingOptions options) =>
        !options.Asks("openai") ? ValidateOptionsResult.Success
        : string.IsNullOrWhiteSpace(options.BaseUrl) ? ValidateOptionsResult.Fail("Con Embedding__Provider=openai, Embedding__BaseUrl debe nombrar el servidor, como https://servidor/v1.")
        : string.IsNullOrWhiteSpace(options.Model) ? ValidateOptionsResult.Fail("Con Embedding__Provider=openai, Embedding__Model debe nombrar el modelo.")
        : ValidateOptionsResult.Success;
}
