using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Sqlite;

/// <summary>
/// One-line commands over a connection; parameters are positional (<c>$1</c>, <c>$2</c>, …). All reads and writes of the product go through here, so that
/// damage found by any of them is reported to its <see cref="SqliteDatabase"/>.
/// </summary>
public static class SqliteCommands
{
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params object?[] parameters)
    {
        var command = connection.CreateCommand();
        // All callers pass constant SQL; values are parameters.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", parameters[i] ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>Executes a command; returns the number of rows inserted, updated or deleted.</summary>
    public static int Execute(this SqliteConnection connection, string sql, params object?[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return connection.Guard(command.ExecuteNonQuery);
    }

    public static object? Scalar(this SqliteConnection connection, string sql, params object?[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return connection.Guard(command.ExecuteScalar);
    }

    public static List<T> Query<T>(this SqliteConnection connection, Func<SqliteDataReader, T> read, string sql, params object?[] parameters) =>
        [.. connection.Stream(read, sql, parameters)];

    /// <summary>Streams the rows.</summary>
    public static IEnumerable<T> Stream<T>(this SqliteConnection connection, Func<SqliteDataReader, T> read, string sql, params object?[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var reader = connection.Guard(command.ExecuteReader);
        while (connection.Guard(reader.Read))
        {
            yield return connection.Understand(() => read(reader));
        }
    }

    /// <summary>Executes an operation that may fail in SQLite.</summary>
    public static T Guard<T>(this SqliteConnection connection, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception) when (connection is DatabaseConnection)
        {
            throw ((DatabaseConnection)connection).Failure(exception);
        }
    }

    /// <summary>Maps a row; a row with invalid values was damaged after it was written.</summary>
    public static T Understand<T>(this SqliteConnection connection, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (connection is DatabaseConnection && (exception is SqliteException || DatabaseFailures.IsOfARow(exception)))
        {
            throw ((DatabaseConnection)connection).Failure(exception);
        }
    }
}
