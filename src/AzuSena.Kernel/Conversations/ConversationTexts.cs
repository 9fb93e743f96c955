using AzuSena.Resources;

namespace AzuSena.Conversations;

/// <summary>The Spanish texts of an exported conversation, from <c>ConversationTexts.resx</c>.</summary>
internal static class ConversationTexts
{
    private static readonly ResourceTexts Texts = new(typeof(ConversationTexts));

    public static string Get(string name, params object?[] arguments) => Texts.Format(name, arguments);
}
