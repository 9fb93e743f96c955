namespace AzuSena.Memory.Sqlite;

/// <summary>The files that this process has open.</summary>
internal static class OpenFiles
{
    private const string Descriptors = "/proc/self/fd";

    /// <summary>Whether this process has the very file open that lies under a path now; false where the operating system does not tell.</summary>
    public static bool Holds(string path)
    {
        try
        {
            // A file that is gone has a name that ends in "(deleted)" here.
            return Directory.Exists(Descriptors) && Directory.EnumerateFileSystemEntries(Descriptors).Any(descriptor => TargetOf(descriptor) == path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A descriptor may be closed while we look.
    private static string? TargetOf(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
