using AzuSena.Errors;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Sqlite;

/// <summary>Changes a database, one change at a time, each in a transaction.</summary>
/// <param name="database">The database to change.</param>
/// <remarks>Safe for concurrent use; SQLite waits for changes of other processes.</remarks>
public sealed class SqliteWriter(SqliteDatabase database) : IDisposable
{
    /// <summary>The settings of a database that overwrites deleted data, and waits five seconds for another process.</summary>
    public const string Settings = "PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000";

    // SQLite has one writer at a time; waiting here blocks no thread.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Executes a change.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used; nothing was changed.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken) =>
        InTurnAsync(connection => SqliteDatabase.Change(connection, change), cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<SqliteConnection> change, CancellationToken cancellationToken) => WriteAsync(Returning(change), cancellationToken);

    /// <summary>Executes a change that deletes data, and empties the write-ahead log, which still holds it.</summary>
    /// <remarks>If a reader still uses the log, the next erasure empties it.</remarks>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the folder or the file cannot be used.</exception>
    public Task<T> EraseAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken) => InTurnAsync(
        connection =>
        {
            var result = SqliteDatabase.Change(connection, change);
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return result;
        },
        cancellationToken);

    /// <inheritdoc cref="EraseAsync{T}"/>
    public Task EraseAsync(Action<SqliteConnection> change, CancellationToken cancellationToken) => EraseAsync(Returning(change), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static Func<SqliteConnection, bool> Returning(Action<SqliteConnection> change) => connection =>
    {
        change(connection);
        return true;
    };

    private async Task<T> InTurnAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return database.Use(work);
        }
        finally
        {
            _turn.Release();
        }
    }
}
