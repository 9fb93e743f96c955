using System.Globalization;
using System.Resources;

namespace AzuSena.Corpus.Lint;

/// <summary>What lint says, in Spanish, from <c>LintTexts.resx</c>.</summary>
internal static class LintTexts
{
    private static readonly ResourceManager Texts = new("AzuSena.Corpus.Lint.LintTexts", typeof(LintTexts).Assembly);

    public static string Get(string name, params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name), arguments);
}
