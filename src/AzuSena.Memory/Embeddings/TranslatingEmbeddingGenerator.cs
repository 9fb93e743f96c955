using AzuSena.Memory.Translation;
using Microsoft.Extensions.AI;

namespace AzuSena.Memory.Embeddings;

/// <summary>Translates texts first, for a model that does not support their language.</summary>
/// <param name="inner">The model.</param>
/// <param name="translator">Translates into the language of the model; not disposed, as it may be shared.</param>
/// <param name="maxCharacters">Texts are truncated to this length: text beyond the model's input need not be translated.</param>
internal sealed class TranslatingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, ITranslator translator, int maxCharacters)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <inheritdoc/>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var texts = values.Select(text => text.Length <= maxCharacters ? text : text[..maxCharacters]).ToArray();
        return await base.GenerateAsync(await translator.TranslateAsync(texts, cancellationToken), options, cancellationToken);
    }
}
