using AzuSena.Memory.Translation;
using Microsoft.Extensions.AI;

namespace AzuSena.Memory.Embeddings;

/// <summary>Translates texts first, for a model that does not read their language.</summary>
/// <param name="inner">The model.</param>
/// <param name="translator">Translates into what it reads; not disposed, as it may serve others.</param>
/// <param name="maxCharacters">Where texts are cut: what the model would not read need not be translated.</param>
internal sealed class TranslatingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, ITranslator translator, int maxCharacters)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <inheritdoc/>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.Select(text => text.Length <= maxCharacters ? text : text[..maxCharacters]).ToArray();
        return await base.GenerateAsync(await translator.TranslateAsync(texts, cancellationToken), options, cancellationToken);
    }
}
