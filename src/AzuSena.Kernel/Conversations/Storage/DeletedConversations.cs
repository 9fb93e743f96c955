using AzuSena.Memory.Sqlite;
using Microsoft.Data.Sqlite;

namespace AzuSena.Conversations.Storage;

/// <summary>
/// The recently deleted conversations, as hashes of their ids, in each database with conversation records: records of answers that were still in progress are
/// then not written any more.
/// </summary>
internal static class DeletedConversations
{
    // Longer than any answer can take.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Deletes the conversations' rows in a table and records the deletion.</summary>
    public static void Delete(SqliteConnection connection, string table, IEnumerable<string> ids, DateTimeOffset now)
    {
        foreach (var hash in ids.Select(ConversationId.HashOf))
        {
            connection.Execute($"DELETE FROM {table} WHERE conversation = $1", hash);
            connection.Execute("INSERT OR REPLACE INTO deleted_conversations (conversation, deleted_at) VALUES ($1, $2)", hash, now.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Removes the entries of deletions so old that no record can arrive any more.</summary>
    public static void Forget(SqliteConnection connection, DateTimeOffset now) =>
        connection.Execute("DELETE FROM deleted_conversations WHERE deleted_at <= $1", (now - Kept).ToUnixTimeMilliseconds());
}
