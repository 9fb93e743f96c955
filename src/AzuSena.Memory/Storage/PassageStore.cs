using System.Threading.Channels;
using AzuSena.Errors;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using AzuSena.Spanish;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Storage;

/// <summary>
/// The SQLite database of documents, passages, their full-text index and their vectors. Readers see the last committed run during a write (WAL). A damaged file
/// is quarantined, never deleted, and replaced by an empty store: the documents themselves are in the corpus folder, and <see cref="Indexing.IndexUpkeep"/>
/// indexes them again.
/// </summary>
/// <remarks>All members are safe for concurrent use, also from several processes.</remarks>
public sealed class PassageStore
{
    // A commit need not reach the disk at once: after a power failure the file is intact, and the last run is repeated.
    private const string Settings = "PRAGMA synchronous = NORMAL";

    private static readonly Migrations Schema = new(typeof(PassageRows));

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _notices = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _renewing = new();
    private readonly SqliteDatabase _database;
    private readonly TimeProvider _time;
    private volatile string _identity = "";
    private long _generation;

    /// <summary>Creates the store; the file is opened, created or replaced at its first use.</summary>
    public PassageStore(IOptions<DataOptions> options, TimeProvider time, ILogger<PassageStore> log)
    {
        _database = new SqliteDatabase(options.Value.DatabasePath, Schema, Settings, time, log)
        {
            IsDerived = true,
            Noticed = () => _notices.Writer.TryWrite(true),
            Adopt = Rename,
        };
        _time = time;
    }

    /// <summary>The schema version that this build reads and writes.</summary>
    internal static int SchemaVersion => Schema.Version;

    /// <summary>The current state of the store.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public StoreState State
    {
        get
        {
            using var snapshot = Read();
            return snapshot.State;
        }
    }

    /// <summary>The exception for callers as long as nothing is indexed.</summary>
    internal static AzuSenaException NotReady => new(ErrorCode.IndexNotReady) { RetryAfter = RetryAfter };

    /// <summary>A consistent view of the last committed run. Its members may throw the same exceptions as this method.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used; <see cref="ErrorCode.IndexNotReady"/>: the file is damaged and an empty
    /// one replaces it.
    /// </exception>
    public StoreSnapshot Read()
    {
        var snapshot = new StoreSnapshot(Open());
        if (Follows(snapshot.State))
        {
            return snapshot;
        }

        snapshot.Dispose();
        RenameOlder();
        return new StoreSnapshot(Open());
    }

    /// <summary>Waits until the database is found damaged, deleted or replaced, or until a time has passed.</summary>
    public async Task WaitForNoticeAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(atMost, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Task noticed = _notices.Reader.WaitToReadAsync(either.Token).AsTask();
        await noticed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _notices.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Whether anything was ever indexed.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public bool HoldsAnything()
    {
        using var snapshot = Read();
        return snapshot.Generation > 0;
    }

    /// <summary>Acquires the right to change the store, for one indexing run; waits for another run to end.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used, or another run holds it.</exception>
    public StoreWriter Write() => new(Open(), _time);

    /// <summary>Stores a document that an indexing run has read, until a run publishes it.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the document could not be written.</exception>
    public void Stage(PreparedDocument document) => _database.Use(connection =>
    {
        StagedDocuments.Put(connection, document);
        return true;
    });

    /// <summary>Changes the vectors in a transaction.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the vectors could not be written.</exception>
    internal void ChangeVectors(Action<VectorRows> change) => _database.Change(connection =>
    {
        change(new VectorRows(connection));
        return true;
    });

    /// <summary>Changes the vectors of quotable units in a transaction.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the vectors could not be written.</exception>
    internal void ChangeQuoteVectors(Action<QuoteVectorRows> change) => _database.Change(connection =>
    {
        change(new QuoteVectorRows(connection));
        return true;
    });

    /// <summary>Changes the English of passages in a transaction.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the texts could not be written.</exception>
    internal void ChangeEnglish(Action<EnglishRows> change) => _database.Change(connection =>
    {
        change(new EnglishRows(connection));
        return true;
    });

    /// <summary>The exception for a failed read or write.</summary>
    internal AzuSenaException Unavailable(Exception cause) => _database.Unavailable(cause);

    private static void Rename(SqliteConnection connection) => connection.Execute("UPDATE store SET identity = lower(hex(randomblob(8)))");

    // A generation already seen by this process only recurs with an older copy of the database. A slow reader with an older snapshot is no such copy.
    private bool Follows(StoreState state)
    {
        lock (_renewing)
        {
            var follows = state.Identity != _identity || state.Generation >= _generation;
            if (follows)
            {
                (_identity, _generation) = (state.Identity, state.Generation);
            }

            return follows;
        }
    }

    // From here on its generations are counted from the beginning, and its keys may refer to other passages.
    private void RenameOlder()
    {
        lock (_renewing)
        {
            _database.Change(connection =>
            {
                if (StoreSnapshot.StateOf(connection).State is var state && state.Identity == _identity && state.Generation < _generation)
                {
                    Rename(connection);
                }

                return true;
            });
        }
    }

    private DatabaseConnection Open()
    {
        var connection = _database.Open();
        connection.CreateFunction("fold", (string? text) => text is null ? null : SpanishAnalyzer.Fold(text), isDeterministic: true);
        return connection;
    }
}
