using AzuSena.Conversations;
using AzuSena.Conversations.Storage;
using AzuSena.Errors;
using AzuSena.Feedback.Storage;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using AzuSena.Spanish;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Feedback;

/// <summary>
/// Stores ratings of answers in <c>feedback.db</c>, with the question, the answer and its passages, so that a rating can become an evaluation case later.
/// Deleted data is overwritten in the file. Every member may throw <see cref="ErrorCode.StoreUnavailable"/>. Safe for concurrent use.
/// </summary>
public sealed class FeedbackStore : IExpiringStore, IConversationRecords, IDisposable
{
    /// <summary>The maximum length of a comment, in characters as users count them (<see cref="TextLength"/>).</summary>
    public const int MaxCommentLength = 1000;

    private const string FileName = "feedback.db";

    private static readonly Migrations Schema = new(typeof(RatingRows));

    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly RecentAnswers _recent;
    private readonly TimeSpan _retention;
    private readonly TimeProvider _time;

    /// <summary>Creates the store; the file is opened, created or repaired on first use.</summary>
    public FeedbackStore(IOptions<DataOptions> memory, IOptions<FeedbackOptions> options, RecentAnswers recent, TimeProvider time, ILogger<FeedbackStore> log)
    {
        _database = new SqliteDatabase(Path.Combine(memory.Value.DataDirectory, FileName), Schema, SqliteWriter.Settings, time, log);
        _writer = new SqliteWriter(_database);
        _recent = recent;
        _retention = TimeSpan.FromDays(options.Value.RetentionDays);
        _time = time;
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private DateTimeOffset Expired => _time.GetUtcNow() - _retention;

    /// <summary>Stores a rating of a recent answer, replacing any previous one.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.QuestionNotFound"/>: this owner received no such answer recently, and has not rated it before;
    /// <see cref="ErrorCode.RequestInvalid"/>: the comment is too long.
    /// </exception>
    public Task RateAsync(string questionId, string? owner, AnswerRating rating, string? comment, CancellationToken cancellationToken)
    {
        if (comment is not null && !TextLength.IsWithin(comment, MaxCommentLength))
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("CommentTooLong", MaxCommentLength));
        }

        var clean = string.IsNullOrWhiteSpace(comment) ? null : string.Concat(comment.Where(c => !char.IsControl(c) || c == '\n')).Trim();
        return _writer.WriteAsync(
            connection =>
            {
                var isKept = _recent.Find(questionId, owner) is { } answer
                    ? RatingRows.Write(connection, answer, rating, clean, Now)
                    : RatingRows.Rewrite(connection, questionId, owner, rating, clean, Now);
                if (!isKept)
                {
                    throw new AzuSenaException(ErrorCode.QuestionNotFound);
                }
            },
            cancellationToken);
    }

    /// <summary>All stored ratings, oldest first.</summary>
    public IReadOnlyList<RatedAnswer> Read() => _database.Use(connection => RatingRows.Read(connection, Expired.ToUnixTimeMilliseconds()));

    /// <summary>Deletes the ratings of a conversation that is being deleted; its answers can no longer be rated.</summary>
    public Task ForgetConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        ForgetConversationsAsync([conversationId], cancellationToken);

    /// <inheritdoc/>
    public Task ForgetConversationsAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellationToken)
    {
        _recent.ForgetConversations(conversationIds);
        return _writer.EraseAsync(connection => DeletedConversations.Delete(connection, "ratings", conversationIds, _time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Removes expired ratings and quarantined files; returns the number of ratings.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var count = await _writer.EraseAsync(
            connection =>
            {
                DeletedConversations.Forget(connection, _time.GetUtcNow());
                return RatingRows.DeleteUntil(connection, Expired.ToUnixTimeMilliseconds());
            },
            cancellationToken);
        _database.RemoveQuarantined(Expired);
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
