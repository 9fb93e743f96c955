using AzuSena.Memory.Sqlite;
using Microsoft.Data.Sqlite;

namespace AzuSena.Answering.Tracing.Storage;

/// <summary>The rows of traces.</summary>
internal static class TraceRows
{
    /// <summary>Stores a trace, unless its conversation was deleted.</summary>
    public static void Write(SqliteConnection connection, TraceRow trace) => connection.Execute(
        """
        INSERT OR REPLACE INTO traces (question_id, owner, conversation, asked_at, trace)
        SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT 1 FROM deleted_conversations WHERE conversation = $3)
        """,
        trace.QuestionId,
        trace.Owner,
        trace.Conversation,
        trace.AskedAt.ToUnixTimeMilliseconds(),
        trace.Json);

    /// <summary>The trace of a question with its owner, or null.</summary>
    public static (string? Owner, string Json)? Read(SqliteConnection connection, string questionId, long since)
    {
        var found = connection.Query(
            row => (Owner: row.IsDBNull(0) ? null : row.GetString(0), Json: row.GetString(1)),
            "SELECT owner, trace FROM traces WHERE question_id = $1 AND asked_at > $2",
            questionId,
            since);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>Removes the oldest traces beyond <paramref name="limit"/>; returns their number.</summary>
    public static int DeleteBeyond(SqliteConnection connection, int limit) =>
        connection.Execute("DELETE FROM traces WHERE id <= (SELECT id FROM traces ORDER BY id DESC LIMIT 1 OFFSET $1)", limit);

    public static int DeleteUntil(SqliteConnection connection, long until) => connection.Execute("DELETE FROM traces WHERE asked_at <= $1", until);
}
