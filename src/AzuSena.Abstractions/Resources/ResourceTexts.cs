using System.Globalization;
using System.Resources;

namespace AzuSena.Resources;

/// <summary>The texts of the resource file that has the same name and namespace as a type; Spanish, unless the file is of another language.</summary>
/// <param name="type">The type; the file is embedded in its assembly.</param>
/// <param name="language">What the file's name has after the type's, such as <c>English</c>; null for Spanish.</param>
/// <remarks>
/// Safe for concurrent use. A language is a file of its own and no culture: the texts follow the question and not the machine, and none may be missing.
/// </remarks>
public sealed class ResourceTexts(Type type, string? language = null)
{
    private readonly ResourceManager _texts = new(language is null ? type.FullName! : $"{type.FullName}.{language}", type.Assembly);

    /// <summary>The text with this name, unformatted.</summary>
    /// <exception cref="MissingManifestResourceException">The text does not exist.</exception>
    public string Get(string name) => _texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);

    /// <summary>The text with this name, formatted with <paramref name="arguments"/>.</summary>
    /// <exception cref="MissingManifestResourceException">The text does not exist.</exception>
    public string Format(string name, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, Get(name), arguments);
}
