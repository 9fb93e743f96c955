using AzuSena.Conversations.Storage;
using AzuSena.Errors;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Conversations;

/// <summary>
/// Keeps conversations, each apart from every other, in <c>conversations.db</c>. One that has expired is gone from that moment, whether it was
/// swept already or not. What is deleted is overwritten in the file, and takes along whatever else is kept of it; the conversation itself goes last, so that
/// a deletion that was cut short can be asked for again. Sizes are bounded, of each conversation and of all: the oldest go first.
/// </summary>
/// <remarks>
/// An id that the server did not make, one that has expired and one that belongs to another owner are the same to a caller:
/// <see cref="ErrorCode.ConversationNotFound"/>. The owner is whatever tells callers apart (null where nothing does); a conversation that was begun
/// without one is open to whoever knows its id. Every member may throw <see cref="ErrorCode.StoreUnavailable"/>. Safe for concurrent use.
/// </remarks>
public sealed class ConversationStore : IExpiringStore, IDisposable
{
    private const string FileName = "conversations.db";

    private static readonly Migrations Schema = new(typeof(ConversationRows));

    // One that nobody asked anything in need not be kept as long.
    private static readonly TimeSpan EmptyLifetime = TimeSpan.FromDays(1);

    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly ConversationOptions _options;
    private readonly TimeProvider _time;
    private readonly IConversationRecords[] _records;

    /// <summary>Names the store; the file is opened, made or mended at its first use.</summary>
    public ConversationStore(IOptions<DataOptions> memory, IOptions<ConversationOptions> options, TimeProvider time, ILogger<ConversationStore> log)
        : this(memory, options, time, log, [])
    {
    }

    internal ConversationStore(
        IOptions<DataOptions> memory,
        IOptions<ConversationOptions> options,
        TimeProvider time,
        ILogger<ConversationStore> log,
        IEnumerable<IConversationRecords> records)
    {
        _records = [.. records];
        _database = new SqliteDatabase(Path.Combine(memory.Value.DataDirectory, FileName), Schema, SqliteWriter.Settings, time, log);
        _writer = new SqliteWriter(_database);
        _options = options.Value;
        _time = time;
    }

    private ConversationRows Rows => new(_options.Retention, EmptyLifetime < _options.Retention ? EmptyLifetime : _options.Retention, _time.GetUtcNow());

    /// <summary>Begins a conversation.</summary>
    public Task<Conversation> CreateAsync(string? owner, CancellationToken cancellationToken) => _writer.WriteAsync(
        connection =>
        {
            var id = ConversationId.New();
            var rows = Rows;
            ConversationRows.MakeRoom(connection, rows.Insert(connection, id, owner), _options.MaxBytes);
            return rows.Read(connection, id, owner)!;
        },
        cancellationToken);

    /// <summary>The conversation with its turns.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.ConversationNotFound"/>.</exception>
    public Conversation Read(string id, string? owner) => !ConversationId.IsWellFormed(id) ? throw NotFound() : _database.Use(connection =>
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        return Rows.Read(connection, id, owner) ?? throw NotFound();
    });

    /// <summary>
    /// Adds a turn, all of it or nothing, and removes the oldest past the bounds. False where the conversation was deleted or expired meanwhile: it
    /// does not come back.
    /// </summary>
    public Task<bool> AppendAsync(string id, string? owner, ConversationTurn turn, CancellationToken cancellationToken) => _writer.WriteAsync(
        connection =>
        {
            var rows = Rows;
            if (rows.KeyOf(connection, id, owner) is not { } key)
            {
                return false;
            }

            rows.Append(connection, key, turn, ConversationTitle.Of(turn.Question), _options.MaxTurns, _options.MaxConversationBytes);
            ConversationRows.MakeRoom(connection, key, _options.MaxBytes);
            return true;
        },
        cancellationToken);

    /// <summary>Gives the conversation the title that its owner chose; no rule and no model replaces it.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.ConversationNotFound"/> or, for the title, <see cref="ErrorCode.RequestInvalid"/>.</exception>
    public Task<Conversation> RenameAsync(string id, string? owner, string? title, CancellationToken cancellationToken)
    {
        var chosen = ConversationTitle.Clean(title) ?? throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("TitleInvalid", ConversationTitle.MaxLength));
        return _writer.WriteAsync(
            connection =>
            {
                ConversationRows.Rename(connection, Rows.KeyOf(connection, id, owner) ?? throw NotFound(), chosen);
                return Rows.Read(connection, id, owner)!;
            },
            cancellationToken);
    }

    /// <summary>Gives the conversation a title that nobody chose, such as a model's; passed over where it is no title or somebody chose one.</summary>
    public Task SuggestTitleAsync(string id, string? owner, string title, CancellationToken cancellationToken) => _writer.WriteAsync(
        connection =>
        {
            if (Rows.KeyOf(connection, id, owner) is { } key && ConversationTitle.Clean(title) is { } suggested)
            {
                ConversationRows.Suggest(connection, key, suggested);
            }
        },
        cancellationToken);

    /// <summary>
    /// Deletes the conversation with all that is kept of it, from the files and their write-ahead logs too. Once begun it is carried through: nobody sees the
    /// conversation any more, and where something cannot be deleted for now it can be asked for again, or the sweep finishes it.
    /// </summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.ConversationNotFound"/>.</exception>
    public async Task DeleteAsync(string id, string? owner, CancellationToken cancellationToken)
    {
        if (!await _writer.WriteAsync(connection => Rows.Hide(connection, id, owner), cancellationToken))
        {
            throw NotFound();
        }

        await EraseAsync([id]);
    }

    /// <summary>
    /// Deletes what has expired, also quarantined files, and finishes deletions that were cut short; says how many conversations that were. Ratings and traces
    /// of a conversation that only expires have their own retention.
    /// </summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var count = await EraseAsync(await _writer.WriteAsync(ConversationRows.Hidden, cancellationToken));
        count += await _writer.EraseAsync(Rows.DeleteExpired, cancellationToken);
        _database.RemoveQuarantined(_time.GetUtcNow() - _options.Retention);
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    // Whoever asked may leave; what they asked for is done all the same.
    private async Task<int> EraseAsync(List<string> ids)
    {
        foreach (var records in ids.Count > 0 ? _records : [])
        {
            await records.ForgetConversationsAsync(ids, CancellationToken.None);
        }

        return await _writer.EraseAsync(connection => ConversationRows.Delete(connection, ids), CancellationToken.None);
    }

    private static AzuSenaException NotFound() => new(ErrorCode.ConversationNotFound);
}
