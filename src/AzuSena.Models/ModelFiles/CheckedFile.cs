using System.Security.Cryptography;

namespace AzuSena.Models.ModelFiles;

/// <summary>Writes a file of a model and compares it with the catalogue on the way.</summary>
internal static class CheckedFile
{
    /// <summary>Writes the file into a folder, under the name that the catalogue gives it.</summary>
    /// <exception cref="ModelException">Its content is not what the catalogue says.</exception>
    public static async Task WriteAsync(
        Stream source,
        CatalogueFile file,
        CatalogueModel model,
        string folder,
        IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = File.Create(Path.Combine(folder, Path.GetFileName(file.Name)));
        var buffer = new byte[131_072];
        long length = 0;
        for (int read; length <= file.Bytes && (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            length += read;
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            progress?.Report(read);
        }

        if (length != file.Bytes || Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
        {
            throw new ModelException(CatalogueTexts.Get("FileWrong", file.Name, model.Name));
        }
    }
}
