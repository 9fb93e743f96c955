namespace AzuSena.Memory.Translation;

/// <summary>Translates texts for a model that does not support their language; the result is not meant for readers.</summary>
public interface ITranslator
{
    /// <summary>The translations, in the order of the texts. Safe for concurrent use.</summary>
    /// <exception cref="TranslationException">Translation is not available now.</exception>
    Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);
}
