using AzuSena.Memory.Translation;

namespace AzuSena.Memory.Reading;

/// <summary>The reader in use.</summary>
/// <param name="Network">The network.</param>
/// <param name="Translator">Translates questions.</param>
/// <param name="Fingerprint">Names the translation of the passages that it reads.</param>
internal sealed record ServedReader(ReaderNetwork Network, ITranslator Translator, string Fingerprint);
