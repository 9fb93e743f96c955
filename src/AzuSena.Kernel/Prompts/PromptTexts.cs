using AzuSena.Resources;

namespace AzuSena.Prompts;

/// <summary>What is said about prompts, in Spanish, from <c>PromptTexts.resx</c>.</summary>
internal static class PromptTexts
{
    private static readonly ResourceTexts Texts = new(typeof(PromptTexts));

    public static string Get(string name, params object?[] arguments) => Texts.Format(name, arguments);
}
