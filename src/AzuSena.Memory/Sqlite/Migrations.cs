using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Sqlite;

/// <summary>Migrates a database to the newest schema, one numbered migration file after the other, all in one transaction.</summary>
/// <param name="store">A type in whose namespace and assembly the files are embedded, under <c>Migrations</c>.</param>
public sealed class Migrations(Type store)
{
    private readonly string[] _files = store.Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith($"{store.Namespace}.Migrations.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray();

    // The schema objects of a new database.
    private List<string> Names => field ??= NamesOfNew();

    /// <summary>The schema version that this build reads and writes.</summary>
    public int Version => _files.Length;

    /// <summary>The schema version of the open database.</summary>
    public static int VersionOf(SqliteConnection connection) => Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);

    /// <summary>Whether the open database reports the newest schema version but lacks one of its tables, indexes or triggers.</summary>
    public bool IsMissingIn(SqliteConnection connection) => Names.Except(NamesIn(connection), StringComparer.Ordinal).Any();

    /// <summary>Applies the missing migrations.</summary>
    public void Apply(SqliteConnection connection)
    {
        if (VersionOf(connection) == Version)
        {
            return;
        }

        // Two processes may start at once: the write lock makes one of them wait, which then finds nothing to apply.
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var version = VersionOf(connection); version < Version; version++)
        {
            using var reader = new StreamReader(store.Assembly.GetManifestResourceStream(_files[version])!);
            connection.Execute(reader.ReadToEnd());
            connection.Execute($"PRAGMA user_version = {version + 1}");
        }

        transaction.Commit();
    }

    private static List<string> NamesIn(SqliteConnection connection) => connection.Query(row => row.GetString(0), "SELECT name FROM sqlite_schema");

    private List<string> NamesOfNew()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Apply(connection);
        return NamesIn(connection);
    }
}
