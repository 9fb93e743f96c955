using AzuSena.Memory.Storage;
using AzuSena.Memory.Translation;
using AzuSena.Passages;

namespace AzuSena.Memory.Reading;

/// <summary>Translates passages by quotable unit.</summary>
internal static class PassageTranslation
{
    // Identifies how units and headings are made of a passage: raise it when that changes.
    private const int Version = 1;

    /// <summary>Names a translator together with the division into units: other ones give other texts.</summary>
    public static string Fingerprint(ApertiumMode mode) => $"units {Version} {mode.Direction}@{mode.Revision}";

    /// <summary>The English of passages; each text is translated once.</summary>
    /// <exception cref="TranslationException">The translator does not work.</exception>
    public static async Task<IReadOnlyList<IReadOnlyList<EnglishUnit>>> TranslateAsync(
        IReadOnlyList<Passage> passages, ITranslator translator, CancellationToken cancellationToken)
    {
        var divided = passages.Select(Divide).ToArray();
        var texts = divided.SelectMany(units => units).SelectMany(unit => unit.Parts.Prepend(unit.Heading)).Distinct(StringComparer.Ordinal).ToArray();
        var translated = await translator.TranslateAsync(texts, cancellationToken);
        var english = texts.Zip(translated).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return [.. divided.Select(units => (IReadOnlyList<EnglishUnit>)
            [.. units.Select(unit => new EnglishUnit(english[unit.Heading], [.. unit.Parts.Select(part => english[part])]))])];
    }

    private static List<EnglishUnit> Divide(Passage passage) => PassageUnits.Split(passage.Text).ConvertAll(unit => new EnglishUnit(
        PassageUnits.HeadingOf(passage, unit) ?? passage.Document.Title,
        [.. unit.Parts.Select(part => PassageText.WithoutMark(passage.Text[part]))]));
}
