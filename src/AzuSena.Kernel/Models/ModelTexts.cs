using System.Globalization;
using System.Resources;

namespace AzuSena.Models;

/// <summary>What is said to people about models, from <c>ModelTexts.resx</c>.</summary>
internal static class ModelTexts
{
    private static readonly ResourceManager Texts = new("AzuSena.Models.ModelTexts", typeof(ModelTexts).Assembly);

    public static string Get(string name, params object[] arguments) => string.Format(
        CultureInfo.InvariantCulture,
        Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name),
        arguments);
}
