using Microsoft.Data.Sqlite;

namespace AzuSena.Testing;

/// <summary>A folder of a test's own, gone when it is disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const int Attempts = 100;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azusena-test-");

    public string Path => _folder.FullName;

    /// <summary>Writes a file below the folder and gives its path.</summary>
    public string Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Copies the files of another folder, and of those below it, to a place below this one, and gives its path.</summary>
    public string CopyFrom(string folder, string place)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, place, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Combine(place);
    }

    public string Combine(string path) => System.IO.Path.Combine(Path, path);

    public void Dispose()
    {
        for (var attempt = 1; !TryDelete() && attempt < Attempts; attempt++)
        {
        }
    }

    // What was asked last may still be leaving when its service is gone: a database that it closes then changes the folder while it is deleted.
    private bool TryDelete()
    {
        try
        {
            // Pooled connections hold the database open.
            SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
