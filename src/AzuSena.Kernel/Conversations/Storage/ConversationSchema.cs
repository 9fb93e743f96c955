using System.Globalization;
using AzuSena.Memory.Storage;
using Microsoft.Data.Sqlite;

namespace AzuSena.Conversations.Storage;

/// <summary>Brings a database of conversations to the newest schema, one numbered migration after the other.</summary>
internal static class ConversationSchema
{
    private const string Prefix = "AzuSena.Conversations.Storage.Migrations.";

    private static readonly string[] Migrations = typeof(ConversationSchema).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>The schema version that this build reads and writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>The schema version of the open database.</summary>
    public static int VersionOf(SqliteConnection connection) => Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);

    /// <summary>Applies what is missing, in one transaction.</summary>
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
            using var reader = new StreamReader(typeof(ConversationSchema).Assembly.GetManifestResourceStream(Migrations[version])!);
            connection.Execute(reader.ReadToEnd());
            connection.Execute($"PRAGMA user_version = {version + 1}");
        }

        transaction.Commit();
    }
}
