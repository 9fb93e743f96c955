using System.Globalization;
using System.Resources;

namespace AzuSena.Api.Chat;

/// <summary>What the live chat says of its own accord, from <c>ChatTexts.resx</c>.</summary>
internal static class ChatTexts
{
    private static readonly ResourceManager Texts = new(typeof(ChatTexts));

    /// <summary>The greeting of a new connection.</summary>
    public static string Connected => Texts.GetString("Connected", CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException("Connected");
}
