using System.Security.Cryptography;

namespace AzuSena.Models.ModelFiles;

/// <summary>Makes a model of another one that is installed: only what differs is in this assembly.</summary>
internal static class DerivedModel
{
    private const string DeltaExtension = ".delta";

    /// <summary>Makes the model's files.</summary>
    /// <param name="model">The model.</param>
    /// <param name="original">The other model's file.</param>
    /// <param name="folder">The target folder.</param>
    /// <param name="progress">Receives the number of bytes of its files written so far, repeatedly.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ModelException">The other model is not installed or is damaged; the message says what to do.</exception>
    public static async Task BuildAsync(CatalogueModel model, string original, string folder, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var bytes = await ReadAsync(model, original, cancellationToken);
        foreach (var file in model.Files)
        {
            await using var resource = Resource(file.Path);
            var isDelta = file.Path.EndsWith(DeltaExtension, StringComparison.Ordinal);
            await using var content = isDelta ? new MemoryStream(ModelDelta.Apply(bytes, resource)) : resource;
            await CheckedFile.WriteAsync(content, file, model, folder, progress, cancellationToken);
        }
    }

    /// <summary>A file in this assembly, beside the catalogue.</summary>
    public static Stream Resource(string name) => typeof(DerivedModel).Assembly.GetManifestResourceStream(typeof(DerivedModel), name)
        ?? throw new InvalidOperationException($"The assembly has no {name}.");

    // Checked before it is changed: a hash that is wrong only afterwards would not say which of the two is damaged.
    private static async Task<byte[]> ReadAsync(CatalogueModel model, string original, CancellationToken cancellationToken)
    {
        var from = model.Base!;
        if (!File.Exists(original))
        {
            throw new ModelException(CatalogueTexts.Get("BaseMissing", model.Name, from.Model));
        }

        var bytes = await File.ReadAllBytesAsync(original, cancellationToken);
        var expected = ModelCatalogue.Find(from.Model).Files.Single(file => file.Name == from.File);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == expected.Sha256 ? bytes
            : throw new ModelException(CatalogueTexts.Get("BaseWrong", model.Name, from.File, from.Model));
    }
}
