using AzuSena.Memory.Sqlite;
using Microsoft.Data.Sqlite;

namespace AzuSena.Conversations.Storage;

/// <summary>
/// The conversations that were deleted a short while ago, by the hashes of their ids, in each database that keeps something of conversations: what an answer
/// that was still being made would leave there is not written any more.
/// </summary>
internal static class DeletedConversations
{
    // Longer than any answer can take.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Deletes their rows in a table and remembers them.</summary>
    public static void Delete(SqliteConnection connection, string table, IEnumerable<string> ids, DateTimeOffset now)
    {
        foreach (var hash in ids.Select(ConversationId.HashOf))
        {
            connection.Execute($"DELETE FROM {table} WHERE conversation = $1", hash);
            connection.Execute("INSERT OR REPLACE INTO deleted_conversations (conversation, deleted_at) VALUES ($1, $2)", hash, now.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Forgets those of which nothing can come any more.</summary>
    public static void Forget(SqliteConnection connection, DateTimeOffset now) =>
        connection.Execute("DELETE FROM deleted_conversations WHERE deleted_at <= $1", (now - Kept).ToUnixTimeMilliseconds());
}
