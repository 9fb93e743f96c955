namespace AzuSena.Prompts.Files;

/// <summary>Reads the prompts folder: <c>Group/Name/</c> with two files each.</summary>
internal static class PromptFolders
{
    // A prompt of this size would be fifty times larger than any context.
    private const int MaxFileBytes = 256 * 1024;

    /// <summary>All prompts currently in the folder, sorted by name; null if the folder does not exist or cannot be listed.</summary>
    public static List<PromptSource>? Read(string root)
    {
        try
        {
            return Folders(root).SelectMany(group => Folders(group.FullName).Select(folder => Read($"{group.Name}/{folder.Name}", folder.FullName)))
                .OrderBy(source => source.Folder, StringComparer.Ordinal)
                .ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<DirectoryInfo> Folders(string path) =>
        new DirectoryInfo(path).EnumerateDirectories().Where(folder => !folder.Name.StartsWith('.'));

    private static PromptSource Read(string name, string path)
    {
        var (template, templateProblem) = ReadFile(Path.Combine(path, PromptSource.TemplateFile));
        var (config, configProblem) = ReadFile(Path.Combine(path, PromptSource.ConfigFile));
        return new PromptSource(
            name,
            template,
            config,
            templateProblem is not null
                ? (PromptSource.TemplateFile, templateProblem)
                : configProblem is not null ? (PromptSource.ConfigFile, configProblem) : null);
    }

    private static (byte[]? Content, string? Problem) ReadFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return !file.Exists ? (null, null) : file.Length > MaxFileBytes ? (null, "file_too_large") : (File.ReadAllBytes(path), null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, "file_unreadable");
        }
    }
}
