using AzuSena.Resources;

namespace AzuSena.Passages;

/// <summary>The Spanish words for places in a document, from <c>LocatorTexts.resx</c>.</summary>
internal static class LocatorTexts
{
    private static readonly ResourceTexts Texts = new(typeof(LocatorTexts));

    public static string Get(string name, params object?[] arguments) => Texts.Format(name, arguments);
}
