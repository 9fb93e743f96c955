using AzuSena.Errors;
using AzuSena.Language;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Storage;

/// <summary>
/// The SQLite database of documents, passages and their full-text index. Readers see the last committed run while another is
/// being written (WAL). A file that is damaged is put aside, never deleted, and an empty store takes its place: the documents
/// themselves are in the corpus folder, and the next indexing run fills it again.
/// </summary>
/// <remarks>All members are safe for concurrent use, from several processes too.</remarks>
public sealed class PassageStore
{
    private const int SqliteBusy = 5;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteNotADatabase = 26;

    private readonly MemoryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<PassageStore> _log;
    private readonly Lock _opening = new();
    private volatile string? _connectionString;

    /// <summary>Names the store; the file is opened, made or mended at its first use.</summary>
    public PassageStore(IOptions<MemoryOptions> options, TimeProvider time, ILogger<PassageStore> log)
    {
        _options = options.Value;
        _time = time;
        _log = log;
    }

    /// <summary>A consistent view of the last committed run.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public StoreSnapshot Read() => new(Open());

    /// <summary>Whether anything was ever indexed.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public bool HoldsAnything()
    {
        using var snapshot = Read();
        return snapshot.Generation > 0;
    }

    /// <summary>The right to change the store, for one indexing run; waits for another run to end.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used, or another run holds it.</exception>
    public StoreWriter Write()
    {
        try
        {
            return new StoreWriter(Open(), _time);
        }
        catch (SqliteException exception)
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Keeps a document that an indexing run has read, until a run publishes it.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: it could not be written.</exception>
    public void Stage(PreparedDocument document)
    {
        try
        {
            using var connection = Open();
            StagedDocuments.Put(connection, document);
        }
        catch (SqliteException exception)
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Changes the vectors in one transaction.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: they could not be written.</exception>
    internal void ChangeVectors(Action<VectorRows> change)
    {
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            change(new VectorRows(connection));
            transaction.Commit();
        }
        catch (SqliteException exception)
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>What an operator is told of a failed read or write.</summary>
    internal AzuSenaException Unavailable(Exception cause)
    {
        var text = (cause as SqliteException)?.SqliteErrorCode switch
        {
            SqliteBusy => "StoreBusy",
            SqliteFull => "StoreFull",
            _ => "StoreFolderUnavailable",
        };
        return new AzuSenaException(ErrorCode.StoreUnavailable, ErrorCodeNames.Text(text, _options.DataDirectory), cause);
    }

    private SqliteConnection Open()
    {
        try
        {
            var connection = new SqliteConnection(ConnectionString());
            connection.Open();

            // A commit need not reach the disk at once: after a power failure the file is whole, and the last run is done again.
            connection.Execute("PRAGMA synchronous = NORMAL");
            connection.CreateFunction("fold", (string? text) => text is null ? null : SpanishAnalyzer.Fold(text), isDeterministic: true);
            return connection;
        }
        catch (SqliteException exception)
        {
            throw Unavailable(exception);
        }
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
        var path = Path.GetFullPath(_options.DatabasePath);
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();

        try
        {
            Directory.CreateDirectory(_options.DataDirectory);
            try
            {
                Check(connectionString);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase)
            {
                PutAside(path, exception);
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

        if (Schema.VersionOf(connection) > Schema.Version)
        {
            throw new AzuSenaException(ErrorCode.StoreUnavailable, ErrorCodeNames.Text("StoreTooNew"));
        }

        connection.Execute("PRAGMA journal_mode = WAL");
        Schema.Migrate(connection);
    }

    private void PutAside(string path, SqliteException cause)
    {
        SqliteConnection.ClearAllPools();
        var aside = $"{path}.corrupt-{_time.GetUtcNow():yyyyMMddHHmmss}";
        File.Move(path, aside, overwrite: true);
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
        Log.StorePutAside(_log, cause, aside);
    }
}
