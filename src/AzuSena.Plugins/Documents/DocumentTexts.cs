using AzuSena.Resources;

namespace AzuSena.Plugins.Documents;

/// <summary>The texts of the plugin, from <c>DocumentTexts.resx</c>.</summary>
internal static class DocumentTexts
{
    private static readonly ResourceTexts Texts = new(typeof(DocumentTexts));

    public static string Format(string name, params object?[] values) => Texts.Format(name, values);
}
