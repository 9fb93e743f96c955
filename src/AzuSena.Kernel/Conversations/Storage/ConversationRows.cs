using System.Text.Json;
using AzuSena.Sqlite;
using Microsoft.Data.Sqlite;

namespace AzuSena.Conversations.Storage;

/// <summary>The rows of conversations and turns, as they are at one moment.</summary>
/// <param name="retention">How long a conversation lives after its last turn.</param>
/// <param name="emptyLifetime">How long one without turns lives.</param>
/// <param name="now">The moment.</param>
internal sealed class ConversationRows(TimeSpan retention, TimeSpan emptyLifetime, DateTimeOffset now)
{
    private const string ExpiresAt = "coalesce(last_turn_at + $1, created_at + $2)";

    private readonly long _retention = (long)retention.TotalMilliseconds;
    private readonly long _emptyLifetime = (long)emptyLifetime.TotalMilliseconds;
    private readonly long _now = now.ToUnixTimeMilliseconds();

    public Conversation Insert(SqliteConnection connection, string id, string? owner)
    {
        connection.Execute("INSERT INTO conversations (public_id, owner, created_at) VALUES ($1, $2, $3)", id, owner, _now);
        return Read(connection, id, owner)!;
    }

    /// <summary>The key of a conversation that lives and is open to <paramref name="owner"/>; null where there is none.</summary>
    public long? KeyOf(SqliteConnection connection, string id, string? owner) => connection.Scalar(
        $"SELECT id FROM conversations WHERE public_id = $4 AND (owner IS NULL OR owner = $5) AND {ExpiresAt} > $3",
        _retention,
        _emptyLifetime,
        _now,
        id,
        owner) as long?;

    public Conversation? Read(SqliteConnection connection, string id, string? owner)
    {
        if (KeyOf(connection, id, owner) is not { } key)
        {
            return null;
        }

        var turns = connection.Query(
            ReadTurn,
            "SELECT question_id, question, standalone, answer, mode, abstained, citations, answered_at FROM turns WHERE conversation_id = $1 ORDER BY id",
            key);
        return connection.Query(
            row => new Conversation(id, row.IsDBNull(0) ? null : row.GetString(0), Time(row.GetInt64(1)), Time(row.GetInt64(2)), turns),
            $"SELECT title, created_at, {ExpiresAt} FROM conversations WHERE id = $3",
            _retention,
            _emptyLifetime,
            key).Single();
    }

    public void Append(SqliteConnection connection, long key, ConversationTurn turn, string? title, int maxTurns)
    {
        connection.Execute(
            """
            INSERT INTO turns (conversation_id, question_id, question, standalone, answer, mode, abstained, citations, answered_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            key,
            turn.QuestionId,
            turn.Question,
            turn.StandaloneQuestion,
            turn.Answer,
            turn.Mode,
            turn.Abstained ? 1 : 0,
            JsonSerializer.Serialize(turn.Citations),
            turn.AnsweredAt.ToUnixTimeMilliseconds());
        connection.Execute(
            "DELETE FROM turns WHERE conversation_id = $1 AND id <= (SELECT id FROM turns WHERE conversation_id = $1 ORDER BY id DESC LIMIT 1 OFFSET $2)",
            key,
            maxTurns);
        connection.Execute("UPDATE conversations SET last_turn_at = $2, title = coalesce(title, $3) WHERE id = $1", key, _now, title);
    }

    public static void Rename(SqliteConnection connection, long key, string title) =>
        connection.Execute("UPDATE conversations SET title = $2, title_chosen = 1 WHERE id = $1", key, title);

    public static void Suggest(SqliteConnection connection, long key, string title) =>
        connection.Execute("UPDATE conversations SET title = $2 WHERE id = $1 AND title_chosen = 0", key, title);

    public static void Delete(SqliteConnection connection, long key) => connection.Execute("DELETE FROM conversations WHERE id = $1", key);

    /// <summary>Deletes what has expired; says how many conversations that were.</summary>
    public int DeleteExpired(SqliteConnection connection) =>
        connection.Execute($"DELETE FROM conversations WHERE {ExpiresAt} <= $3", _retention, _emptyLifetime, _now);

    private static ConversationTurn ReadTurn(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetBoolean(5),
        JsonSerializer.Deserialize<TurnCitation[]>(row.GetString(6)) ?? [],
        Time(row.GetInt64(7)));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
