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
/// Keeps traces, in <c>traces.db</c>. One that has expired is gone from that moment, whether it was swept already or not; what is deleted is overwritten in
/// the file. Every member may throw <see cref="ErrorCode.StoreUnavailable"/>. Safe for concurrent use.
/// </summary>
public sealed class TraceStore : IExpiringStore, IConversationRecords, IDisposable
{
    private const string FileName = "traces.db";

    private static readonly Migrations Schema = new(typeof(TraceRows));

    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly TraceOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Names the store; the file is opened, made or mended at its first use.</summary>
    public TraceStore(IOptions<DataOptions> memory, IOptions<TraceOptions> options, TimeProvider time, ILogger<TraceStore> log)
    {
        _database = new SqliteDatabase(Path.Combine(memory.Value.DataDirectory, FileName), Schema, SqliteWriter.Settings, time, log);
        _writer = new SqliteWriter(_database);
        _options = options.Value;
        _time = time;
    }

    private DateTimeOffset Expired => _time.GetUtcNow() - TimeSpan.FromDays(_options.RetentionDays);

    /// <summary>The trace of a question as JSON, for whoever asked it.</summary>
    /// <param name="questionId">Names the question.</param>
    /// <param name="owner">Who wants it; null where callers are not told apart.</param>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.QuestionNotFound"/>: there is no such trace, or no longer, or it is somebody else's.</exception>
    public string ReadJson(string questionId, string? owner) =>
        _database.Use(connection => TraceRows.Read(connection, questionId, Expired.ToUnixTimeMilliseconds())) is { } found && found.Owner == owner ? found.Json : throw new AzuSenaException(ErrorCode.QuestionNotFound);

    /// <summary>The trace of a question, whoever asked it: for the operator of the machine alone. Null where there is none.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is of a version that is not understood.</exception>
    public AnswerTrace? Find(string questionId) =>
        _database.Use(connection => TraceRows.Read(connection, questionId, Expired.ToUnixTimeMilliseconds())) is { } found ? TraceJson.Read(found.Json) : null;

    /// <summary>Deletes the traces of a conversation that is being deleted itself, those too that are still to be written.</summary>
    public Task ForgetConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        ForgetConversationsAsync([conversationId], cancellationToken);

    /// <inheritdoc/>
    public Task ForgetConversationsAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellationToken) =>
        _writer.EraseAsync(connection => DeletedConversations.Delete(connection, "traces", conversationIds, _time.GetUtcNow()), cancellationToken);

    /// <summary>Removes what has expired, also quarantined files; says how many traces that were.</summary>
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

    /// <summary>Keeps traces, and removes the oldest where there are too many.</summary>
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
