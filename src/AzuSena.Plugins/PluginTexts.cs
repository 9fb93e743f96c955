using AzuSena.Resources;

namespace AzuSena.Plugins;

/// <summary>Texts about plugins for the operator, from <c>PluginTexts.resx</c>.</summary>
internal static class PluginTexts
{
    private static readonly ResourceTexts Texts = new(typeof(PluginTexts));

    public static string Format(string name, params object?[] values) => Texts.Format(name, values);
}
