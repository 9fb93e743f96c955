namespace AzuSena.Memory.Sqlite;

/// <summary>Files and folders that only their owner may read. File systems without permissions are left as they are.</summary>
public static class PrivateFiles
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OneFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a folder, or restricts access to an existing one.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, Folder);
        Tighten(path, Folder);
    }

    /// <summary>Creates a file, or opens an existing one; access is restricted to the owner.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OneFile;
        }

        var file = new FileStream(path, options);
        Tighten(path);
        return file;
    }

    /// <summary>Restricts access to a file, if it exists.</summary>
    public static void Tighten(string path) => Tighten(path, OneFile);

    private static void Tighten(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            if (File.GetUnixFileMode(path) != mode)
            {
                File.SetUnixFileMode(path, mode);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another user owns it, it does not exist, or the file system has no permissions.
        }
    }
}
