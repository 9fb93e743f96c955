using AzuSena.Answering.Tracing.Storage;
using AzuSena.Conversations;
using AzuSena.Conversations.Storage;
using AzuSena.Errors;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Answering.Tracing;

/// <summary>
/// Stores traces in <c>traces.db</c>. An expired trace is inaccessible at once, even before it is swept; deleted data is overwritten in the file. Every member
/// may throw <see cref="ErrorCode.StoreUnavailable"/>. Safe for concurrent use.
/// </summary>
public sealed class TraceStore : IExpiringStore, IConversationRecords, IDisposable
{
    private const string FileName = "traces.db";

    private static readonly Migrations Schema = new(typeof(TraceRows));

    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly TraceOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Creates the store; the file is opened, created or repaired on first use.</summary>
    public TraceStore(IOptions<DataOptions> memory, IOptions<TraceOptions> options, TimeProvider time, ILogger<TraceStore> log)
    {
        _database = new SqliteDatabase(Path.Combine(memory.Value.DataDirectory, FileName), Schema, SqliteWriter.Settings, time, log);
        _writer = new SqliteWriter(_database);
        _options = options.Value;
        _time = time;
    }

    private DateTimeOffset Expired => _time.GetUtcNow() - TimeSpan.FromDays(_options.RetentionDays);

    /// <summary>The trace of a question as JSON, for the caller that asked it.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="owner">The caller; null if callers are not identified.</param>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.QuestionNotFound"/>: the trace does not exist, or no longer, or belongs to another caller.
    /// </exception>
    public string ReadJson(string questionId, string? owner) =>
        _database.Use(connection => TraceRows.Read(connection, questionId, Expired.ToUnixTimeMilliseconds()))
            is { } found && found.Owner == owner
            ? found.Json
            : throw new AzuSenaException(ErrorCode.QuestionNotFound);

    /// <summary>The trace of a question regardless of its owner: for the operator of the machine only. Null if there is none.</summary>
    /// <exception cref="System.Text.Json.JsonException">The trace has an unsupported version.</exception>
    public AnswerTrace? Find(string questionId) =>
        _database.Use(connection => TraceRows.Read(connection, questionId, Expired.ToUnixTimeMilliseconds())) is { } found ? TraceJson.Read(found.Json) : null;

    /// <summary>Deletes the traces of a conversation that is being deleted, including pending ones.</summary>
    public Task ForgetConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        ForgetConversationsAsync([conversationId], cancellationToken);

    /// <inheritdoc/>
    public Task ForgetConversationsAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellationToken) =>
        _writer.EraseAsync(connection => DeletedConversations.Delete(connection, "traces", conversationIds, _time.GetUtcNow()), cancellationToken);

    /// <summary>Removes expired traces and quarantined files; returns the number of traces.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var count = await _writer.EraseAsync(
            connection =>
            {
                DeletedConversations.Forget(connection, _time.GetUtcNow());
                return TraceRows.DeleteUntil(connection, Expired.ToUnixTimeMilliseconds());
            },
            cancellationToken);
        _database.RemoveQuarantined(Expired);
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>Stores traces, and removes the oldest beyond the limit.</summary>
    internal Task KeepAsync(IReadOnlyList<TraceRow> traces, CancellationToken cancellationToken) => _writer.WriteAsync(
        connection =>
        {
            foreach (var trace in traces)
            {
                TraceRows.Write(connection, trace);
            }

            return TraceRows.DeleteBeyond(connection, _options.MaxCount);
        },
        cancellationToken);
}
