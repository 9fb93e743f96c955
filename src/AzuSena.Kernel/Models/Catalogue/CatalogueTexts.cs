using System.Globalization;
using System.Resources;

namespace AzuSena.Models.Catalogue;

/// <summary>What the operator is told about models, from <c>CatalogueTexts.resx</c>.</summary>
internal static class CatalogueTexts
{
    private static readonly ResourceManager Texts = new("AzuSena.Models.Catalogue.CatalogueTexts", typeof(CatalogueTexts).Assembly);

    public static string Get(string name, params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name), arguments);
}
