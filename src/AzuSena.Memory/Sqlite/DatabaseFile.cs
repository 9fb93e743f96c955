using System.Globalization;

namespace AzuSena.Memory.Sqlite;

/// <summary>A database as it lies in its folder: the file, its write-ahead log and the index of that log.</summary>
/// <param name="path">The file, as a full path.</param>
/// <param name="time">Names what is quarantined.</param>
internal sealed class DatabaseFile(string path, TimeProvider time)
{
    // Between the name of the file and the time at which it was quarantined.
    private const string Mark = ".corrupt-";

    private static readonly string[] Beside = ["-wal", "-shm"];

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Its folder.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(path)!;

    /// <summary>Size and time of the file: another value means that something was written into it, by a checkpoint or by somebody else.</summary>
    public (long Length, DateTime Written) Stamp => new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    /// <summary>Whether the files beside it are there, as they are while it is in use.</summary>
    public bool HasLog => Beside.All(suffix => File.Exists(path + suffix));

    /// <summary>Makes the folder and the file if they are missing, and closes them to others.</summary>
    public void Make()
    {
        PrivateFiles.MakeFolder(Folder);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            try
            {
                PrivateFiles.Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite).Dispose();
                DeleteLog();
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was quicker.
            }
        }

        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            PrivateFiles.Tighten(file);
        }
    }

    /// <summary>
    /// Removes the log of a file that another one took the place of, or that was deleted: SQLite would play it into the new one. Not that of another process,
    /// which took up the new file before us.
    /// </summary>
    public void DeleteLogOfMoved()
    {
        if (!File.Exists(path) || Beside.Any(suffix => OpenFiles.Holds(path + suffix)))
        {
            DeleteLog();
        }
    }

    /// <summary>Moves the database with its log to a name of its own.</summary>
    /// <returns>The file's new name.</returns>
    public string Quarantine()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{path}{Mark}{time.GetUtcNow():yyyyMMddHHmmss}");
        var free = name;
        for (var next = 2; File.Exists(free); next++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{next}");
        }

        // The file goes last: another process that opens it in between makes a log of its own, and finds that the file has moved.
        foreach (var suffix in Beside.Where(suffix => File.Exists(path + suffix)))
        {
            File.Move(path + suffix, free + suffix, overwrite: true);
        }

        File.Move(path, free);
        return free;
    }

    /// <summary>Removes what was quarantined and not written to since a time.</summary>
    public void RemoveQuarantined(DateTimeOffset unchangedSince)
    {
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles(System.IO.Path.GetFileName(path) + Mark + "*").Where(file => file.LastWriteTimeUtc < unchangedSince.UtcDateTime))
        {
            file.Delete();
        }
    }

    private void DeleteLog()
    {
        foreach (var file in Beside.Select(suffix => path + suffix).Where(File.Exists))
        {
            File.Delete(file);
        }
    }
}
