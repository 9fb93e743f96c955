
namespace AzuSena.Prompts;

/// <summary>The few words that are put into prompts beside the data, from <c>PromptTexts.resx</c>.</summary>
internal static class PromptWords
{
    /// <summary>The person who asks, in the history.</summary>
    public static string Person { get; } = PromptTexts.Get("word_person");

    /// <summary>The assistant, in the history.</summary>
    public static string Assistant { get; } = PromptTexts.Get("word_assistant");

    /// <summary>Stands where there is no history or no passage.</summary>
    public static string None { get; } = PromptTexts.Get("word_none");
}
