using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>Brings a database to the newest schema, one migration file after the other, each in its own transaction.</summary>
internal static class Schema
{
    private const string Prefix = "AzuSena.Memory.Storage.Migrations.";

    private static readonly string[] Migrations = typeof(Schema).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>The schema version that this build reads and writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>The schema version of the open database.</summary>
    public static int VersionOf(SqliteConnection connection) =>
        Convert.ToInt32(connection.Scalar("PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Applies what is missing.</summary>
    public static void Migrate(SqliteConnection connection)
    {
        if (VersionOf(connection) == Version)
        {
            return;
        }

        // Two processes may start at once: the write lock makes one of them wait, and then it finds nothing to do.
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var version = VersionOf(connection); version < Version; version++)
        {
            connection.Execute(Read(Migrations[version]));
            connection.Execute($"PRAGMA user_version = {version + 1}");
        }

        transaction.Commit();
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
