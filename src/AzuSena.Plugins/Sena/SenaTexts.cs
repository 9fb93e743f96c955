using AzuSena.Resources;

namespace AzuSena.Plugins.Sena;

/// <summary>The texts of the plugin, from <c>SenaTexts.resx</c>.</summary>
internal static class SenaTexts
{
    private static readonly ResourceTexts Texts = new(typeof(SenaTexts));

    public static string Format(string name, params object?[] values) => Texts.Format(name, values);
}
