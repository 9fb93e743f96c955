using AzuSena.Resources;

namespace AzuSena.Api.Chat;

/// <summary>The live chat's own texts, from <c>ChatTexts.resx</c>.</summary>
internal static class ChatTexts
{
    private static readonly ResourceTexts Texts = new(typeof(ChatTexts));

    /// <summary>The greeting of a new connection.</summary>
    public static string Connected => Texts.Get("Connected");
}
