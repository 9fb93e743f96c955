namespace AzuSena.Plugins.External;

/// <summary>Confines a plugin to its own folder.</summary>
internal static class PluginPath
{
    /// <summary>The full path of a file inside a folder, with all links resolved.</summary>
    /// <param name="folder">The plugin's folder. It may itself be a link, which is the operator's choice.</param>
    /// <param name="path">A path, relative to that folder or absolute.</param>
    /// <exception cref="PluginRefusedException">The path leads outside the folder, or cannot be resolved.</exception>
    public static string Inside(string folder, string path)
    {
        try
        {
            var root = Follow(Path.GetFullPath(folder));
            var file = Follow(Path.GetFullPath(path, root));
            return file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? file
                : throw PluginRefusedException.For(RefusalReason.PathOutsideFolder, cause: null, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw PluginRefusedException.For(RefusalReason.PathOutsideFolder, exception, path);
        }
    }

    private static string Follow(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var here = Path.Combine(Follow(parent), Path.GetFileName(path));
        return Path.Exists(here) && File.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Follow(target.FullName) : here;
    }
}
