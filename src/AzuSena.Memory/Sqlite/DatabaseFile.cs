using System.Globalization;

namespace AzuSena.Memory.Sqlite;

/// <summary>The files of a database: the database itself, its write-ahead log and the index of that log.</summary>
/// <param name="path">The file, as a full path.</param>
/// <param name="time">The clock for the names of quarantined files.</param>
internal sealed class DatabaseFile(string path, TimeProvider time)
{
    // Separates the file name from the time of quarantine.
    private const string Mark = ".corrupt-";

    private static readonly string[] Beside = ["-wal", "-shm"];

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Its folder.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(path)!;

    /// <summary>Size and time of the file: another value means that it was written to, by a checkpoint or by another program.</summary>
    public (long Length, DateTime Written) Stamp => new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    /// <summary>Whether the log files exist, as they do while the database is in use.</summary>
    public bool HasLog => Beside.All(suffix => File.Exists(path + suffix));

    /// <summary>Creates the folder and the file if they are missing, and restricts access to the owner.</summary>
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
                // Another process created it first.
            }
        }

        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            PrivateFiles.Tighten(file);
        }
    }

    /// <summary>
    /// Removes the log of a file that was deleted or replaced: SQLite would apply it to the new file. A log of another process that has already opened the new
    /// file is kept.
    /// </summary>
    public void DeleteLogOfMoved()
    {
        if (!File.Exists(path) || Beside.Any(suffix => OpenFiles.Holds(path + suffix)))
        {
            DeleteLog();
        }
    }

    /// <summary>Moves the database with its log to a new name.</summary>
    /// <returns>The file's new name.</returns>
    public string Quarantine()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{path}{Mark}{time.GetUtcNow():yyyyMMddHHmmss}");
        var free = name;
        for (var next = 2; File.Exists(free); next++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{next}");
        }

        // The file is moved last: another process that opens it in between creates its own log, and detects that the file was moved.
        foreach (var suffix in Beside.Where(suffix => File.Exists(path + suffix)))
        {
            File.Move(path + suffix, free + suffix, overwrite: true);
        }

        File.Move(path, free);
        return free;
    }

    /// <summary>Removes quarantined files that were last written before a time.</summary>
    public void RemoveQuarantined(DateTimeOffset unchangedSince)
    {
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles(System.IO.Path.GetFileName(path) + Mark + "*")
            .Where(file => file.LastWriteTimeUtc < unchangedSince.UtcDateTime))
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
