using AzuSena.Errors;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Sqlite;

/// <summary>Checks whether a file is an intact database, and migrates it to the newest schema.</summary>
/// <param name="connectionString">Opens the file anew, so that nothing cached by an earlier connection is used.</param>
/// <param name="migrations">Its schema.</param>
internal sealed class DatabaseCheck(string connectionString, Migrations migrations)
{
    // For example, a table that exists already.
    private const int LogicError = 1;

    /// <summary>Checks the file.</summary>
    /// <param name="isThorough">Whether the check is complete; otherwise only the quick checks run.</param>
    /// <param name="isGivenUp">Whether it holds rows that cannot be read, although SQLite reports no damage.</param>
    /// <param name="adopt">Applied to the database once it has the newest schema.</param>
    /// <returns>Whether it has a write-ahead log.</returns>
    /// <exception cref="SqliteException">The file is damaged, or cannot be read.</exception>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the file has a newer schema version.</exception>
    public bool Run(bool isThorough, bool isGivenUp, Action<SqliteConnection>? adopt)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        if (connection.Scalar(isThorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)") is not "ok")
        {
            throw DatabaseFailures.Damage("The check of the file failed.");
        }

        if (isGivenUp)
        {
            throw DatabaseFailures.Damage("It holds rows that cannot be read.");
        }

        if (Migrations.VersionOf(connection) > migrations.Version)
        {
            throw new AzuSenaException(ErrorCode.StoreUnavailable, ErrorCodeNames.Text("StoreTooNew"));
        }

        var hasLog = connection.Scalar("PRAGMA journal_mode = WAL") is "wal";
        Migrate(connection);

        adopt?.Invoke(connection);
        return hasLog;
    }

    private void Migrate(SqliteConnection connection)
    {
        try
        {
            migrations.Apply(connection);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == LogicError)
        {
            throw DatabaseFailures.Damage($"It is not of the version that it names. {exception.Message}");
        }

        if (migrations.IsMissingIn(connection))
        {
            throw DatabaseFailures.Damage("It lacks tables of its version.");
        }
    }
}
