using System.Globalization;
using System.Resources;

namespace AzuSena.Plugins.Sena;

/// <summary>What the plugin says, from <c>SenaTexts.resx</c>.</summary>
internal static class SenaTexts
{
    private static readonly ResourceManager Texts = new(typeof(SenaTexts));

    public static string Format(string name, params object?[] values) => string.Format(
        CultureInfo.InvariantCulture,
        Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name),
        values);
}
