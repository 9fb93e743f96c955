using System.Globalization;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace AzuSena.Conversations.Storage;

/// <summary>
/// The SQLite file of the conversations, apart from the corpus's, which may be made anew at any time. It is opened, made or brought to the
/// newest schema at its first use; one that is damaged is put aside, never deleted, and an empty one takes its place.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ConversationDatabase(string path, TimeProvider time, ILogger log)
{
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;
    private const string Aside = ".corrupt-";

    // Of the connection, not of the file. What is deleted is overwritten; a writer or a checkpoint waits for another process inside SQLite.
    private const string Settings = "PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000";

    private readonly string _path = Path.GetFullPath(path);
    private readonly Lock _opening = new();
    private volatile string? _connectionString;

    /// <summary>Runs <paramref name="work"/> on an open connection.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public T Use<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionString());
            connection.Open();
            connection.Execute(Settings);
            return work(connection);
        }
        catch (SqliteException exception)
        {
            if (IsDamage(exception))
            {
                // The next use checks the file and puts it aside.
                _connectionString = null;
            }

            throw Unavailable(exception);
        }
    }

    /// <summary>Files put aside are conversations too: removes those that nothing was written to since <paramref name="time"/>.</summary>
    public int RemovePutAside(DateTimeOffset time)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(_path)!);
        var old = folder.EnumerateFiles(Path.GetFileName(_path) + Aside + "*").Where(file => file.LastWriteTimeUtc < time.UtcDateTime).ToList();
        old.ForEach(file => file.Delete());
        return old.Count;
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
        var connectionString = new SqliteConnectionStringBuilder { DataSource = _path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
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

    private static void Check(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        if (connection.Scalar("PRAGMA quick_check(1)") is not "ok")
        {
            throw new SqliteException("quick_check failed", SqliteCorrupt);
        }

        if (ConversationSchema.VersionOf(connection) > ConversationSchema.Version)
        {
            throw new AzuSenaException(ErrorCode.StoreUnavailable, ErrorCodeNames.Text("StoreTooNew"));
        }

        connection.Execute("PRAGMA journal_mode = WAL");
        ConversationSchema.Migrate(connection);
    }

    private void PutAside(string connectionString, SqliteException cause)
    {
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        var aside = string.Create(CultureInfo.InvariantCulture, $"{_path}{Aside}{time.GetUtcNow():yyyyMMddHHmmss}");
        File.Move(_path, aside, overwrite: true);
        File.Delete(_path + "-wal");
        File.Delete(_path + "-shm");
        Log.DatabasePutAside(log, cause, aside);
    }

    private static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase;

    private AzuSenaException Unavailable(Exception cause) =>
        new(ErrorCode.StoreUnavailable, ErrorCodeNames.Text("StoreFolderUnavailable", Path.GetDirectoryName(_path)!), cause);
}
