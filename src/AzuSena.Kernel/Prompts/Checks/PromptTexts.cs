using System.Globalization;
using System.Resources;

namespace AzuSena.Prompts.Checks;

/// <summary>What is said about prompts, in Spanish, from <c>PromptTexts.resx</c>.</summary>
internal static class PromptTexts
{
    private static readonly ResourceManager Texts = new("AzuSena.Prompts.Checks.PromptTexts", typeof(PromptTexts).Assembly);

    public static string Get(string name, params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name), arguments);
}
