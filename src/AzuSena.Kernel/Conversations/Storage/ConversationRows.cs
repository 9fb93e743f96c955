using System.Text.Json;
using AzuSena.Answers;
using AzuSena.Memory.Sqlite;
using Microsoft.Data.Sqlite;

namespace AzuSena.Conversations.Storage;

/// <summary>Access to the rows of conversations and turns at a given moment.</summary>
/// <param name="retention">Lifetime of a conversation after its last turn.</param>
/// <param name="emptyLifetime">Lifetime of a conversation without turns.</param>
/// <param name="now">The moment.</param>
internal sealed class ConversationRows(TimeSpan retention, TimeSpan emptyLifetime, DateTimeOffset now)
{
    private const string Complete = "complete";
    private const string Partial = "partial";
    private const string None = "none";
    private const string ExpiresAt = "coalesce(last_turn_at + $1, created_at + $2)";

    private readonly long _retention = (long)retention.TotalMilliseconds;
    private readonly long _emptyLifetime = (long)emptyLifetime.TotalMilliseconds;
    private readonly long _now = now.ToUnixTimeMilliseconds();

    /// <summary>Inserts a conversation and returns its key.</summary>
    public long Insert(SqliteConnection connection, string id, string? owner) =>
        (long)connection.Scalar("INSERT INTO conversations (public_id, owner, created_at) VALUES ($1, $2, $3) RETURNING id", id, owner, _now)!;

    /// <summary>The key of an unexpired conversation that is accessible to <paramref name="owner"/>; null if there is none.</summary>
    public long? KeyOf(SqliteConnection connection, string id, string? owner) => connection.Scalar(
        $"SELECT id FROM conversations WHERE public_id = $4 AND (owner IS NULL OR owner = $5) AND {ExpiresAt} > $3 AND deleted_at IS NULL",
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
            """
            SELECT question_id, question, standalone, answer, mode, abstained, citations, answered_at, completeness, lead, more
            FROM turns WHERE conversation_id = $1 ORDER BY id
            """,
            key);
        return connection.Query(
            row => new Conversation(id, row.IsDBNull(0) ? null : row.GetString(0), Time(row.GetInt64(1)), Time(row.GetInt64(2)), turns),
            $"SELECT title, created_at, {ExpiresAt} FROM conversations WHERE id = $3",
            _retention,
            _emptyLifetime,
            key).Single();
    }

    /// <summary>Adds a turn; beyond the limits the oldest turns of the conversation are removed, never the new one.</summary>
    public void Append(SqliteConnection connection, long key, ConversationTurn turn, string? title, int maxTurns, long maxBytes)
    {
        var citations = JsonSerializer.Serialize(turn.Citations);
        connection.Execute(
            """
            INSERT INTO turns (
                conversation_id, question_id, question, standalone, answer, mode, abstained, citations, answered_at, completeness, lead, more, bytes)
            VALUES (
                $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
                octet_length($3) + octet_length($4) + octet_length($5) + octet_length($8)
                    + coalesce(octet_length($11), 0) + coalesce(octet_length($12), 0))
            """,
            key,
            turn.QuestionId,
            turn.Question,
            turn.StandaloneQuestion,
            turn.Answer,
            turn.Mode,
            turn.Abstained ? 1 : 0,
            citations,
            turn.AnsweredAt.ToUnixTimeMilliseconds(),
            NameOf(turn.Completeness),
            turn.Lead,
            turn.More is { } more ? JsonSerializer.Serialize(more) : null);
        connection.Execute(
            """
            DELETE FROM turns WHERE id IN (
                SELECT id FROM (
                    SELECT id, row_number() OVER newest AS place, sum(bytes) OVER newest AS total
                    FROM turns WHERE conversation_id = $1 WINDOW newest AS (ORDER BY id DESC))
                WHERE place > 1 AND (place > $2 OR total > $3))
            """,
            key,
            maxTurns,
            maxBytes);
        connection.Execute("UPDATE conversations SET last_turn_at = $2, title = coalesce(title, $3) WHERE id = $1", key, _now, title);
    }

    public static void Rename(SqliteConnection connection, long key, string title) =>
        connection.Execute("UPDATE conversations SET title = $2, title_chosen = 1 WHERE id = $1", key, title);

    public static void Suggest(SqliteConnection connection, long key, string title) =>
        connection.Execute("UPDATE conversations SET title = $2 WHERE id = $1 AND title_chosen = 0", key, title);

    /// <summary>Hides a conversation until <see cref="Delete"/>; false if there is none. A hidden conversation may be deleted again.</summary>
    public bool Hide(SqliteConnection connection, string id, string? owner) => connection.Execute(
        $"""
        UPDATE conversations SET deleted_at = coalesce(deleted_at, $3)
        WHERE public_id = $4 AND (owner IS NULL OR owner = $5) AND (deleted_at IS NOT NULL OR {ExpiresAt} > $3)
        """,
        _retention,
        _emptyLifetime,
        _now,
        id,
        owner) > 0;

    /// <summary>The ids of hidden conversations whose deletion is incomplete.</summary>
    public static List<string> Hidden(SqliteConnection connection) =>
        connection.Query(row => row.GetString(0), "SELECT public_id FROM conversations WHERE deleted_at IS NOT NULL");

    /// <summary>Deletes expired conversations; returns their number.</summary>
    public int DeleteExpired(SqliteConnection connection) =>
        connection.Execute($"DELETE FROM conversations WHERE deleted_at IS NULL AND {ExpiresAt} <= $3", _retention, _emptyLifetime, _now);

    /// <summary>Deletes the least recently used conversations, except the one with this key, while the database exceeds this many bytes.</summary>
    public static void MakeRoom(SqliteConnection connection, long key, long maxBytes)
    {
        const string Oldest = "SELECT id FROM conversations WHERE id <> $1 AND deleted_at IS NULL ORDER BY coalesce(last_turn_at, created_at), id LIMIT 1";
        while (UsedBytes(connection) > maxBytes && connection.Scalar(Oldest, key) is long oldest)
        {
            connection.Execute("DELETE FROM conversations WHERE id = $1", oldest);
        }
    }

    /// <summary>Deletes the hidden conversations among these ids; returns their number.</summary>
    public static int Delete(SqliteConnection connection, IEnumerable<string> ids) => connection.Execute(
        "DELETE FROM conversations WHERE deleted_at IS NOT NULL AND public_id IN (SELECT value FROM json_each($1))", JsonSerializer.Serialize(ids));

    // Free pages are reused before the file grows.
    private static long UsedBytes(SqliteConnection connection) =>
        (Pragma(connection, "page_count") - Pragma(connection, "freelist_count")) * Pragma(connection, "page_size");

    private static long Pragma(SqliteConnection connection, string name) => (long)connection.Scalar($"PRAGMA {name}")!;

    private static ConversationTurn ReadTurn(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetBoolean(5),
        JsonSerializer.Deserialize<TurnCitation[]>(row.GetString(6)) ?? [],
        Time(row.GetInt64(7)),
        CompletenessOf(row.GetString(8)),
        row.IsDBNull(9) ? null : row.GetString(9),
        row.IsDBNull(10) ? null : JsonSerializer.Deserialize<Citation[]>(row.GetString(10)));

    private static string NameOf(Completeness completeness) => completeness switch
    {
        Completeness.Partial => Partial,
        Completeness.None => None,
        _ => Complete,
    };

    private static Completeness CompletenessOf(string name) => name switch
    {
        Partial => Completeness.Partial,
        None => Completeness.None,
        _ => Completeness.Complete,
    };

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
