using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Embeddings;

/// <summary>Checks that an OpenAI-compatible server has an address and a model. For other providers both may be empty.</summary>
internal sealed class EmbeddingOptionsValidator : IValidateOptions<EmbeddingOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingOptions options) =>
        !options.Asks("openai") ? ValidateOptionsResult.Success
        : !Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            ? ValidateOptionsResult.Fail("Con Embedding__Provider=openai, Embedding__BaseUrl debe ser una dirección como https://servidor/v1.")
        : string.IsNullOrWhiteSpace(options.Model) ? ValidateOptionsResult.Fail("Con Embedding__Provider=openai, Embedding__Model debe nombrar el modelo.")
        : ValidateOptionsResult.Success;
}
