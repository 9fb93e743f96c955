using System.Globalization;
using System.Resources;

namespace AzuSena.Plugins;

/// <summary>What the operator reads about plugins, from <c>PluginTexts.resx</c>.</summary>
internal static class PluginTexts
{
    private static readonly ResourceManager Texts = new(typeof(PluginTexts));

    public static string Format(string name, params object?[] values) => string.Format(
        CultureInfo.InvariantCulture,
        Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name),
        values);
}
