using System.Text.Json;
using AzuSena.Conversations;
using AzuSena.Memory.Sqlite;
using Microsoft.Data.Sqlite;

namespace AzuSena.Feedback.Storage;

/// <summary>The rows of rated answers.</summary>
internal static class RatingRows
{
    private const string Up = "up";
    private const string Down = "down";

    /// <summary>Stores a rating, replacing any previous one; false if the answer's conversation was deleted.</summary>
    public static bool Write(SqliteConnection connection, RecentAnswer rated, AnswerRating rating, string? comment, long now) => connection.Execute(
        """
        INSERT INTO ratings (
            question_id, owner, conversation, rating, comment, question, standalone, answer, mode, abstained, confidence, prompt, passages, rated_at)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 WHERE NOT EXISTS (SELECT 1 FROM deleted_conversations WHERE conversation = $3)
        ON CONFLICT (question_id) DO UPDATE SET rating = excluded.rating, comment = excluded.comment, rated_at = excluded.rated_at
        """,
        rated.Answer.QuestionId,
        rated.Asked.Owner,
        rated.Asked.ConversationId is { } id ? ConversationId.HashOf(id) : null,
        NameOf(rating),
        comment,
        rated.Asked.Text,
        rated.Standalone,
        rated.Answer.Response,
        rated.Answer.Mode,
        rated.Answer.Abstained ? 1 : 0,
        rated.Answer.Confidence,
        rated.Answer.Prompt,
        JsonSerializer.Serialize(rated.Answer.Citations.Select(citation => citation.PassageId).Distinct(StringComparer.Ordinal)),
        now) > 0;

    /// <summary>Updates an existing rating; false if this owner has none.</summary>
    public static bool Rewrite(SqliteConnection connection, string questionId, string? owner, AnswerRating rating, string? comment, long now) =>
        connection.Execute(
            "UPDATE ratings SET rating = $3, comment = $4, rated_at = $5 WHERE question_id = $1 AND owner IS $2",
            questionId,
            owner,
            NameOf(rating),
            comment,
            now) > 0;

    public static List<RatedAnswer> Read(SqliteConnection connection, long since) => connection.Query(
        row => new RatedAnswer(
            row.GetString(0),
            row.GetString(1) == Up ? AnswerRating.Up : AnswerRating.Down,
            row.IsDBNull(2) ? null : row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetString(6),
            row.GetBoolean(7),
            row.GetDouble(8),
            row.IsDBNull(9) ? null : row.GetString(9),
            JsonSerializer.Deserialize<string[]>(row.GetString(10)) ?? [],
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(11))),
        """
        SELECT question_id, rating, comment, question, standalone, answer, mode, abstained, confidence, prompt, passages, rated_at
        FROM ratings WHERE rated_at > $1 ORDER BY rated_at, question_id
        """,
        since);

    public static int DeleteUntil(SqliteConnection connection, long until) => connection.Execute("DELETE FROM ratings WHERE rated_at <= $1", until);

    private static string NameOf(AnswerRating rating) => rating is AnswerRating.Up ? Up : Down;
}
