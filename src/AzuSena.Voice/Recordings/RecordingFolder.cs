namespace AzuSena.Voice.Recordings;

/// <summary>
/// A folder of this process alone for recordings while they are heard. It is made with the first one and removed with the last, so that a service at rest
/// leaves nothing; what a process that was killed left is removed by the next one.
/// </summary>
internal sealed class RecordingFolder(string parent) : IDisposable
{
    /// <summary>What the folders' names begin with.</summary>
    public const string Prefix = "azusena-voice-";

    private const string LockName = ".lock";

    private readonly Lock _gate = new();
    private string? _folder;
    private FileStream? _lock;
    private int _files;

    /// <summary>Makes an empty file that only this process's user can read.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be made.</exception>
    public FileStream Create()
    {
        lock (_gate)
        {
            _folder ??= Open();

            // The name is ours: that of the request reaches no file system and no program.
            var file = new FileStream(Path.Combine(_folder, Guid.NewGuid().ToString("N")), Private(FileAccess.ReadWrite, FileShare.Read));
            _files++;
            return file;
        }
    }

    /// <summary>Removes a file, and the folder with the last one.</summary>
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

    /// <summary>Makes a folder that only this process's user can enter; one that is there stays as it is.</summary>
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

    /// <summary>Removes the folders of processes that were killed.</summary>
    public void RemoveLeft()
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            try
            {
                // Another process's that lives cannot be opened; without a lock it is just being made, or removed.
                new FileStream(Path.Combine(folder, LockName), FileMode.Open, FileAccess.Write, FileShare.None).Dispose();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            TryDelete(folder);
        }
    }

    // Two processes may find the same folder left.
    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The other one was faster, or it is another user's.
        }
    }
}
