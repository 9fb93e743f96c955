using System.Globalization;
using System.Resources;

namespace AzuSena.Memory;

/// <summary>The Spanish words for places in a document, from <c>LocatorTexts.resx</c>.</summary>
internal static class LocatorTexts
{
    private static readonly ResourceManager Texts = new("AzuSena.Memory.LocatorTexts", typeof(LocatorTexts).Assembly);

    public static string Get(string name, params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name), arguments);
}
