using Microsoft.Data.Sqlite;

namespace AzuSena.Testing;

/// <summary>Harms the file of a database as a failing disk, or an operator, would.</summary>
public static class DatabaseDamage
{
    private const int PageSize = 4096;

    /// <summary>Moves what the write-ahead log holds into the database itself, so that what is harmed there is read.</summary>
    public static void Settle(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // Harmed already.
        }
    }

    /// <summary>Overwrites pages with noise; from 0, which holds the schema.</summary>
    public static void Overwrite(string database, Random random, IEnumerable<int> pages)
    {
        using var file = Open(database);
        var noise = new byte[PageSize];
        foreach (var page in pages)
        {
            random.NextBytes(noise);
            file.Position = (long)page * PageSize;
            file.Write(noise);
        }
    }

    /// <summary>Overwrites every page from a share of the file on, such as the last two thirds.</summary>
    public static void OverwriteFrom(string database, double share)
    {
        var pages = Pages(database);
        var first = Math.Max(1, (int)(pages * share));
        Overwrite(database, new Random(1), Enumerable.Range(first, pages - first));
    }

    /// <summary>Cuts the file off.</summary>
    public static void Truncate(string database, long length)
    {
        using var file = Open(database);
        file.SetLength(length);
    }

    /// <summary>How many pages the file has.</summary>
    public static int Pages(string database) => (int)(new FileInfo(database).Length / PageSize);

    /// <summary>The databases that were quarantined beside this one.</summary>
    public static string[] Quarantined(string database) =>
        [.. Directory.GetFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + ".corrupt-*")
            .Where(path => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal))];

    private static FileStream Open(string database) => new(database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
}
