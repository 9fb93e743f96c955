using AzuSena.Resources;

namespace AzuSena.Prompts;

/// <summary>The Spanish texts about prompts, from <c>PromptTexts.resx</c>.</summary>
internal static class PromptTexts
{
    private static readonly ResourceTexts Texts = new(typeof(PromptTexts));

    public static string Get(string name, params object?[] arguments) => Texts.Format(name, arguments);
}
