using AzuSena.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Sqlite;

/// <summary>
/// One SQLite file in WAL mode. It is opened, created or migrated to the newest schema at its first use, and again when a read or write finds it damaged, or
/// when it was deleted or replaced while in use. A damaged file is quarantined, never deleted, and replaced by an empty one.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="migrations">Its schema.</param>
/// <param name="settings">The statements executed on each new connection.</param>
/// <param name="time">The clock for the names of quarantined files.</param>
/// <param name="log">Receives reports of damage.</param>
/// <remarks>Safe for concurrent use, also from several processes.</remarks>
public sealed class SqliteDatabase(string path, Migrations migrations, string settings, TimeProvider time, ILogger log)
{
    private const int Attempts = 3;

    private readonly Lock _opening = new();
    private readonly DatabaseFile _file = new(Path.GetFullPath(path), time);
    private volatile bool _isOpen;
    private volatile int _openings;
    private DatabaseFailure _doubt;
    private bool _hasMoved;
    private bool _wasCleared;
    private bool _hasLog;
    private (long Length, DateTime Written) _stamp;

    /// <summary>The file, as a full path.</summary>
    public string FilePath => _file.Path;

    /// <summary>Whether the contents can be created again: callers then get an error that asks them to wait for it, and unreadable rows are dropped.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Called when the file is found damaged, deleted or replaced; must not throw.</summary>
    public Action? Noticed { get; init; }

    /// <summary>Applied to a file that has replaced the one in use.</summary>
    public Action<SqliteConnection>? Adopt { get; init; }

    private DatabaseErrors Errors => field ??= new DatabaseErrors(_file.Folder, IsDerived);

    private string ConnectionString => field ??= Options(pooling: true);

    /// <summary>An open connection; dispose it.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public DatabaseConnection Open()
    {
        for (var attempt = 1; ; attempt++)
        {
            EnsureOpen();
            var connection = new DatabaseConnection(this, ConnectionString, _openings);
            try
            {
                connection.Open();
                connection.Execute(settings);
                if (IsOfTheFile(connection, attempt > 1) || attempt == Attempts)
                {
                    return connection;
                }
            }
            catch (SqliteException exception) when (attempt < Attempts && DatabaseFailures.Of(exception) is DatabaseFailure.Moved)
            {
                // The folder was deleted; it is created again.
                Doubt(DatabaseFailure.Moved, connection.Opening);
            }
            catch (SqliteException exception)
            {
                connection.Dispose();
                throw Unavailable(exception, connection.Opening);
            }
            catch
            {
                connection.Dispose();
                throw;
            }

            connection.Dispose();
        }
    }

    /// <summary>Executes <paramref name="work"/> on an open connection.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public T Use<T>(Func<SqliteConnection, T> work)
    {
        using var connection = Open();
        return connection.Guard(() => work(connection));
    }

    /// <summary>Executes a change in a transaction.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used; nothing was changed.</exception>
    public T Change<T>(Func<SqliteConnection, T> change) => Use(connection => Change(connection, change));

    /// <summary>Executes a change in a transaction on a connection of this database.</summary>
    public static T Change<T>(SqliteConnection connection, Func<SqliteConnection, T> change)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = change(connection);
        (connection as DatabaseConnection)?.EnsureInPlace();
        transaction.Commit();
        return result;
    }

    /// <summary>Removes the quarantined files that were last written before a time: if entries expire, all of theirs have expired.</summary>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to a file is denied.</exception>
    public void RemoveQuarantined(DateTimeOffset unchangedSince) => _file.RemoveQuarantined(unchangedSince);

    /// <summary>The exception for a failure outside of the reads and writes themselves.</summary>
    public AzuSenaException Unavailable(Exception cause) => Unavailable(cause, _openings);

    /// <summary>The exception for a failed read or write; damage makes the next use check the file.</summary>
    public AzuSenaException Unavailable(Exception cause, int opening)
    {
        var failure = DatabaseFailures.Of(cause);
        if (failure is DatabaseFailure.Damaged or DatabaseFailure.Suspicious or DatabaseFailure.Moved)
        {
            Doubt(failure, opening);
        }

        return Errors.Of(failure is DatabaseFailure.Moved ? DatabaseFailure.Other : failure, cause);
    }

    /// <summary>The exception for a file that was deleted or replaced while in use: its failures do not concern the file that is there now.</summary>
    public AzuSenaException Moved(Exception? cause, int opening)
    {
        Doubt(DatabaseFailure.Moved, opening);
        return Errors.Of(DatabaseFailure.Moved, cause);
    }

    // Only the latest opening can be suspect: the file of an earlier one is gone, or was checked since.
    private void Doubt(DatabaseFailure failure, int opening)
    {
        if (opening != _openings || (!_isOpen && failure <= _doubt && (_hasMoved || failure is not DatabaseFailure.Moved)))
        {
            return;
        }

        lock (_opening)
        {
            if (opening != _openings)
            {
                return;
            }

            _isOpen = false;
            _hasMoved |= failure is DatabaseFailure.Moved;
            _doubt = failure > _doubt ? failure : _doubt;
        }

        Noticed?.Invoke();
    }

    // A flag and not a Lazy, which would cache a failure: once the operator has fixed the folder, the next call succeeds.
    private void EnsureOpen()
    {
        if (_isOpen)
        {
            return;
        }

        // The first use waits for the check of the file; a use during the check of a database in use is told to retry.
        if (_openings > 0 && IsDerived)
        {
            if (!_opening.TryEnter())
            {
                throw Errors.Of(DatabaseFailure.Damaged, cause: null);
            }
        }
        else
        {
            _opening.Enter();
        }

        try
        {
            if (!_isOpen)
            {
                TakeUp();
            }
        }
        finally
        {
            _opening.Exit();
        }
    }

    // A connection that found damage may have read a page of a file that is no longer there, so the file itself is checked first. If SQLite reports no damage
    // and the next read fails again, it holds unreadable rows; contents that can be created again are then not kept.
    private void TakeUp()
    {
        var check = new DatabaseCheck(Options(pooling: false), migrations);
        var (isThorough, isDamaged) = (_doubt >= DatabaseFailure.Suspicious, _doubt is DatabaseFailure.Damaged);
        try
        {
            if (_hasMoved)
            {
                _file.DeleteLogOfMoved();
                Log.DatabaseMoved(log, _file.Path);
            }

            ForgetPool();
            _file.Make();
            try
            {
                _hasLog = check.Run(isThorough, isGivenUp: isDamaged && _wasCleared && IsDerived, _hasMoved ? Adopt : null);
            }
            catch (SqliteException exception) when (DatabaseFailures.Of(exception) is DatabaseFailure.Damaged)
            {
                isDamaged = false;
                Log.DatabaseQuarantined(log, exception, _file.Quarantine());
                _file.Make();
                _hasLog = check.Run(isThorough, isGivenUp: false, adopt: null);
            }
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Errors.Unavailable(exception);
        }

        _stamp = _file.Stamp;
        (_wasCleared, _hasMoved, _doubt) = (isDamaged, false, DatabaseFailure.Other);
        _openings++;
        _isOpen = true;
        if (_openings > 1)
        {
            Noticed?.Invoke();
        }
    }

    // Files may be deleted and restored while the service runs; SQLite would continue with its open file.
    private bool IsOfTheFile(DatabaseConnection connection, bool isFresh)
    {
        if (connection.HasMoved)
        {
            Doubt(DatabaseFailure.Moved, connection.Opening);
            return false;
        }

        return HasItsLog(connection) && HasFreshPages(isFresh);
    }

    // A checkpoint writes to the file, and so does restoring a backup over it: pages cached by older connections may no longer belong to it.
    private bool HasFreshPages(bool isFresh)
    {
        lock (_opening)
        {
            var stamp = _file.Stamp;
            if (stamp == _stamp)
            {
                return true;
            }

            _stamp = stamp;
            if (!isFresh)
            {
                ForgetPool();
            }

            return isFresh;
        }
    }

    // Without its log, the next process to open the file would miss the data that is only in the log: it is checkpointed into the file while that is possible.
    private bool HasItsLog(DatabaseConnection connection)
    {
        if (!_hasLog)
        {
            return true;
        }

        connection.Scalar("PRAGMA schema_version");
        if (_file.HasLog)
        {
            return true;
        }

        connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)");
        ForgetPool();
        return false;
    }

    private void ForgetPool()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    // Never created on opening: a missing file was deleted.
    private string Options(bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = _file.Path,
        Mode = SqliteOpenMode.ReadWrite,
        ForeignKeys = true,
        DefaultTimeout = 30,
        Pooling = pooling,
    }.ToString();
}
