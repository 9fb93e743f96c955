namespace AzuSena.Memory.Translation;

/// <summary>Translates texts from one language into another, for a model that reads only the second; the result is not for people.</summary>
public interface ITranslator
{
    /// <summary>The translations, in the order of the texts. Safe for concurrent use.</summary>
    /// <exception cref="TranslationException">Nothing can be translated now.</exception>
    Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);
}
