using System.Globalization;
using AzuSena.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace AzuSena.Sqlite;

/// <summary>
/// One SQLite file in WAL mode. It is opened, made or brought to the newest schema at its first use; one that is damaged is put aside, never deleted, and an
/// empty one takes its place.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="migrations">Its schema.</param>
/// <param name="settings">What each connection is told as it opens.</param>
/// <param name="time">Names what is put aside.</param>
/// <param name="log">Where damage is noted.</param>
/// <remarks>Safe for concurrent use, from several processes too.</remarks>
internal sealed class SqliteDatabase(string path, Migrations migrations, string settings, TimeProvider time, ILogger log)
{
    // Between the name of the file and the time at which it was put aside.
    private const string Aside = ".corrupt-";

    private const int Busy = 5;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;

    private readonly Lock _opening = new();
    private volatile string? _connectionString;

    /// <summary>The file, as a full path.</summary>
    public string FilePath { get; } = Path.GetFullPath(path);

    /// <summary>An open connection; dispose it.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public SqliteConnection Open()
    {
        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(ConnectionString());
            connection.Open();
            connection.Execute(settings);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection?.Dispose();
            throw Unavailable(exception);
        }
    }

    /// <summary>Runs <paramref name="work"/> on an open connection.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public T Use<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = Open();
            return work(connection);
        }
        catch (SqliteException exception)
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Removes the files put aside that nothing was written to since a time: where entries expire, those have expired whole.</summary>
    /// <exception cref="IOException">One cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be removed.</exception>
    public void RemovePutAside(DateTimeOffset unchangedSince)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(FilePath)!);
        foreach (var file in folder.EnumerateFiles(Path.GetFileName(FilePath) + Aside + "*").Where(file => file.LastWriteTimeUtc < unchangedSince.UtcDateTime))
        {
            file.Delete();
        }
    }

    /// <summary>What an operator is told of a failed read or write. Where it shows damage, the next use checks the file and puts it aside.</summary>
    public AzuSenaException Unavailable(Exception cause)
    {
        if (IsDamage(cause))
        {
            _connectionString = null;
        }

        var text = (cause as SqliteException)?.SqliteErrorCode switch
        {
            Busy => "StoreBusy",
            Full => "StoreFull",
            _ => "StoreFolderUnavailable",
        };
        return new AzuSenaException(ErrorCode.StoreUnavailable, cause) { ForOperator = ErrorCodeNames.Text(text, Path.GetDirectoryName(FilePath)!) };
    }

    // Not a Lazy, which would remember a failure: once the operator has mended the folder the next call succeeds.
    private string ConnectionString()
    {
        if (_connectionString is { } known)
        {
            return known;
        }

        lock (_opening)
        {
            return _connectionString ??= Prepare();
        }
    }

    private string Prepare()
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = FilePath, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            try
            {
                Check(connectionString);
            }
            catch (SqliteException exception) when (IsDamage(exception))
            {
                PutAside(connectionString, exception);
                Check(connectionString);
            }
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Unavailable(exception);
        }

        return connectionString;
    }

    private void Check(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        if (connection.Scalar("PRAGMA quick_check(1)") is not "ok")
        {
            throw new SqliteException("quick_check failed", Corrupt);
        }

        if (Migrations.VersionOf(connection) > migrations.Version)
        {
            throw new AzuSenaException(ErrorCode.StoreUnavailable, ErrorCodeNames.Text("StoreTooNew"));
        }

        connection.Execute("PRAGMA journal_mode = WAL");
        migrations.Apply(connection);
    }

    private void PutAside(string connectionString, SqliteException cause)
    {
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        var aside = string.Create(CultureInfo.InvariantCulture, $"{FilePath}{Aside}{time.GetUtcNow():yyyyMMddHHmmss}");
        File.Move(FilePath, aside, overwrite: true);
        File.Delete(FilePath + "-wal");
        File.Delete(FilePath + "-shm");
        Log.DatabasePutAside(log, cause, aside);
    }

    private static bool IsDamage(Exception exception) => exception is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };
}
