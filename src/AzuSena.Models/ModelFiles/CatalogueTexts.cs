using AzuSena.Resources;

namespace AzuSena.Models.ModelFiles;

/// <summary>The texts about models for the operator, from <c>CatalogueTexts.resx</c>.</summary>
internal static class CatalogueTexts
{
    private static readonly ResourceTexts Texts = new(typeof(CatalogueTexts));

    public static string Get(string name, params object?[] arguments) => Texts.Format(name, arguments);
}
