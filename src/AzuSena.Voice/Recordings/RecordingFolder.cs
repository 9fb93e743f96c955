namespace AzuSena.Voice.Recordings;

/// <summary>
/// A folder private to this process for recordings during transcription. It is created with the first one and deleted with the last, so that an idle service
/// leaves nothing; the remains of a process that was killed are deleted by the next one.
/// </summary>
internal sealed class RecordingFolder(string parent) : IDisposable
{
    /// <summary>The prefix of the folders' names.</summary>
    public const string Prefix = "azusena-voice-";

    private const string LockName = ".lock";

    private readonly Lock _gate = new();
    private string? _folder;
    private FileStream? _lock;
    private int _files;

    /// <summary>Creates an empty file that only this process's user can read.</summary>
    /// <exception cref="IOException">The file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public FileStream Create()
    {
        lock (_gate)
        {
            _folder ??= Open();

            // The name is generated: the one in the request reaches no file system and no program.
            var file = new FileStream(Path.Combine(_folder, Guid.NewGuid().ToString("N")), Private(FileAccess.ReadWrite, FileShare.Read));
            _files++;
            return file;
        }
    }

    /// <summary>Deletes a file, and the folder with the last one.</summary>
    public void Remove(string path)
    {
        lock (_gate)
        {
            File.Delete(path);
            if (--_files == 0)
            {
                _lock?.Dispose();
                TryDelete(_folder!);
                (_folder, _lock) = (null, null);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _lock?.Dispose();
            if (_folder is not null)
            {
                TryDelete(_folder);
            }
        }
    }

    private string Open()
    {
        RemoveLeft();
        var folder = Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
        CreatePrivate(folder);
        _lock = new FileStream(Path.Combine(folder, LockName), Private(FileAccess.Write, FileShare.None));
        return folder;
    }

    private static FileStreamOptions Private(FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = access, Share = share, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>Creates a folder that only this process's user can enter; an existing one is left as it is.</summary>
    public static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Deletes the folders of processes that were killed.</summary>
    public void RemoveLeft()
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            try
            {
                // The lock file of a running process cannot be opened; a folder without one is just being created or deleted.
                new FileStream(Path.Combine(folder, LockName), FileMode.Open, FileAccess.Write, FileShare.None).Dispose();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            TryDelete(folder);
        }
    }

    // Two processes may find the same abandoned folder.
    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process deleted it first, or another user owns it.
        }
    }
}
