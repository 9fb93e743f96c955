
namespace AzuSena.Prompts;

/// <summary>The words that are inserted into prompts besides the data, from <c>PromptTexts.resx</c>.</summary>
internal static class PromptWords
{
    /// <summary>The label of the user in the history.</summary>
    public static string Person { get; } = PromptTexts.Get("word_person");

    /// <summary>The label of the assistant in the history.</summary>
    public static string Assistant { get; } = PromptTexts.Get("word_assistant");

    /// <summary>The placeholder for an empty history or list of passages.</summary>
    public static string None { get; } = PromptTexts.Get("word_none");
}
