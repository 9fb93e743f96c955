namespace AzuSena.Models.ModelFiles;

/// <summary>Makes a model by converting another one that is installed.</summary>
internal static class ConvertedModel
{
    /// <summary>Makes the model's only file, and compares it with the catalogue.</summary>
    /// <param name="model">The model.</param>
    /// <param name="conversion">The conversion.</param>
    /// <param name="original">The other model's folder.</param>
    /// <param name="folder">The target folder.</param>
    /// <param name="progress">Receives the number of bytes of its files written so far, repeatedly.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ModelException">The other model is not installed or is damaged; the message says what to do.</exception>
    public static async Task BuildAsync(
        CatalogueModel model, IModelConversion conversion, string original, string folder, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var from = model.Base!;
        if (!File.Exists(Path.Combine(original, from.File)))
        {
            throw new ModelException(CatalogueTexts.Get("BaseMissing", model.Name, from.Model));
        }

        await using var converted = new FileStream(
            Path.Combine(folder, ".converting"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
        await Task.Run(() => conversion.Convert(original, converted, cancellationToken), cancellationToken);
        converted.Position = 0;
        await CheckedFile.WriteAsync(converted, model.Files.Single(), model, folder, progress, cancellationToken);
    }
}
