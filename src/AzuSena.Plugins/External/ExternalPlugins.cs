using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Plugins.External;

/// <summary>The folder that PLUGINS_DIR names, with one plugin per subfolder.</summary>
public sealed class ExternalPlugins(IOptions<ExternalPluginOptions> options, PluginLoader loader, ILogger<ExternalPlugins> log)
{
    /// <summary>Whether there is a plugin to load.</summary>
    internal bool HasAny() => Folders().Length > 0;

    /// <summary>Loads each plugin in the order of the folders' names; if two have the same name, the first one gets it.</summary>
    /// <param name="taken">The names of the built-in plugins.</param>
    /// <param name="again">Whether to retry plugins that ended the process before.</param>
    /// <param name="only">The folder of one plugin, which may be elsewhere; null for all.</param>
    /// <param name="cancellationToken">Cancels the loading, even of a plugin that hangs.</param>
    internal async IAsyncEnumerable<LoadedPlugin> LoadAsync(
        HashSet<string> taken, bool again, string? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var folder in only is null ? Folders() : [only])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var loaded = await loader.LoadAsync(folder, taken, again, cancellationToken);
            if (loaded.Plugin is not null)
            {
                taken.Add(loaded.Status.Name);
            }

            yield return loaded;
        }
    }

    private string[] Folders()
    {
        try
        {
            var folder = new DirectoryInfo(options.Value.Directory);
            return folder.Exists
                ? [.. folder.EnumerateDirectories().Where(child => !child.Name.StartsWith('.')).Select(child => child.FullName).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.FolderUnreadable(log, exception, options.Value.Directory);
            return [];
        }
    }
}
