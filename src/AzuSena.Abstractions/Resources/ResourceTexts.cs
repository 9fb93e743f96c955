using System.Globalization;
using System.Resources;

namespace AzuSena.Resources;

/// <summary>The Spanish texts of the resource file that has the same name and namespace as a type.</summary>
/// <param name="type">The type; the file is embedded in its assembly.</param>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class ResourceTexts(Type type)
{
    private readonly ResourceManager _texts = new(type);

    /// <summary>The text with this name, unformatted.</summary>
    /// <exception cref="MissingManifestResourceException">The text does not exist.</exception>
    public string Get(string name) => _texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);

    /// <summary>The text with this name, formatted with <paramref name="arguments"/>.</summary>
    /// <exception cref="MissingManifestResourceException">The text does not exist.</exception>
    public string Format(string name, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, Get(name), arguments);
}
