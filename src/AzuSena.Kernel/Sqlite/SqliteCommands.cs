using Microsoft.Data.Sqlite;

namespace AzuSena.Sqlite;

/// <summary>One-line commands over a connection; parameters are positional (<c>$1</c>, <c>$2</c>, …).</summary>
internal static class SqliteCommands
{
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params object?[] parameters)
    {
        var command = connection.CreateCommand();
        // Every caller passes constant SQL; values go through parameters.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", parameters[i] ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>Runs a command; says how many rows it inserted, changed or deleted.</summary>
    public static int Execute(this SqliteConnection connection, string sql, params object?[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(this SqliteConnection connection, string sql, params object?[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar();
    }

    public static List<T> Query<T>(this SqliteConnection connection, Func<SqliteDataReader, T> read, string sql, params object?[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
