using System.Globalization;
using System.Resources;

namespace AzuSena.Resources;

/// <summary>The Spanish texts of the resource file that has a type's name and lies beside it.</summary>
/// <param name="type">The type; the file is embedded in its assembly.</param>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class ResourceTexts(Type type)
{
    private readonly ResourceManager _texts = new(type);

    /// <summary>The text of a name as it stands.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public string Get(string name) => _texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);

    /// <summary>The text of a name, with <paramref name="arguments"/> in its places.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public string Format(string name, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, Get(name), arguments);
}
