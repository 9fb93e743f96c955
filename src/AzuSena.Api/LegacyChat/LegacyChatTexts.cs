using System.Globalization;
using System.Resources;

namespace AzuSena.Api.LegacyChat;

/// <summary>What the old clients' users may read, from <c>LegacyChatTexts.resx</c>.</summary>
internal static class LegacyChatTexts
{
    private static readonly ResourceManager Texts = new(typeof(LegacyChatTexts));

    /// <summary>The greeting.</summary>
    public static string Connected => Texts.GetString(nameof(Connected), CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(nameof(Connected));
}
