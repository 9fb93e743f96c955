using AzuSena.Errors;
using AzuSena.Language;
using AzuSena.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Storage;

/// <summary>
/// The SQLite database of documents, passages, their full-text index and their vectors. Readers see the last committed run while another is
/// being written (WAL). A file that is damaged is put aside, never deleted, and an empty store takes its place: the documents
/// themselves are in the corpus folder, and the next indexing run fills it again.
/// </summary>
/// <remarks>All members are safe for concurrent use, from several processes too.</remarks>
public sealed class PassageStore
{
    // A commit need not reach the disk at once: after a power failure the file is whole, and the last run is done again.
    private const string Settings = "PRAGMA synchronous = NORMAL";

    private static readonly Migrations Schema = new("AzuSena.Memory.Storage.Migrations.");

    private readonly SqliteDatabase _database;
    private readonly TimeProvider _time;

    /// <summary>Names the store; the file is opened, made or mended at its first use.</summary>
    public PassageStore(IOptions<MemoryOptions> options, TimeProvider time, ILogger<PassageStore> log)
    {
        _database = new SqliteDatabase(options.Value.DatabasePath, Schema, Settings, time, log);
        _time = time;
    }

    /// <summary>The schema version that this build reads and writes.</summary>
    internal static int SchemaVersion => Schema.Version;

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
    public void Stage(PreparedDocument document) => _database.Use(connection =>
    {
        StagedDocuments.Put(connection, document);
        return true;
    });

    /// <summary>Changes the vectors in one transaction.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: they could not be written.</exception>
    internal void ChangeVectors(Action<VectorRows> change) => _database.Use(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        change(new VectorRows(connection));
        transaction.Commit();
        return true;
    });

    /// <summary>What an operator is told of a failed read or write.</summary>
    internal AzuSenaException Unavailable(Exception cause) => _database.Unavailable(cause);

    private SqliteConnection Open()
    {
        var connection = _database.Open();
        connection.CreateFunction("fold", (string? text) => text is null ? null : SpanishAnalyzer.Fold(text), isDeterministic: true);
        return connection;
    }
}
