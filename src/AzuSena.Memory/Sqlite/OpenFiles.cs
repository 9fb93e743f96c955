namespace AzuSena.Memory.Sqlite;

/// <summary>The files that this process has open.</summary>
internal static class OpenFiles
{
    private const string Descriptors = "/proc/self/fd";

    /// <summary>Whether this process has the file open that is at a path now; false if the operating system does not report it.</summary>
    public static bool Holds(string path)
    {
        try
        {
            // The name of a deleted file ends in "(deleted)" here.
            return Directory.Exists(Descriptors) && Directory.EnumerateFileSystemEntries(Descriptors).Any(descriptor => TargetOf(descriptor) == path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A descriptor may be closed during the enumeration.
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
