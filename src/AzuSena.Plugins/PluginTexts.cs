using AzuSena.Resources;

namespace AzuSena.Plugins;

/// <summary>What the operator reads about plugins, from <c>PluginTexts.resx</c>.</summary>
internal static class PluginTexts
{
    private static readonly ResourceTexts Texts = new(typeof(PluginTexts));

    public static string Format(string name, params object?[] values) => Texts.Format(name, values);
}
