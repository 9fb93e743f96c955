using AzuSena.Conversations.Storage;
using AzuSena.Errors;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Conversations;

/// <summary>
/// Stores conversations in <c>conversations.db</c>, isolated from each other. An expired conversation is inaccessible at once, even before it is swept. Deleted
/// data is overwritten in the file, and related records are deleted too; the conversation itself goes last, so that an interrupted deletion can be repeated.
/// The size of each conversation and of all of them is limited: the oldest data is removed first.
/// </summary>
/// <remarks>
/// An id that the server did not create, an expired one and one of another owner are indistinguishable to a caller:
/// <see cref="ErrorCode.ConversationNotFound"/>. The owner identifies the caller (null if callers are not identified); a conversation without an owner is open
/// to anyone who knows its id. Every member may throw <see cref="ErrorCode.StoreUnavailable"/>. Safe for concurrent use.
/// </remarks>
public sealed class ConversationStore : IExpiringStore, IDisposable
{
    private const string FileName = "conversations.db";

    private static readonly Migrations Schema = new(typeof(ConversationRows));

    // A conversation without questions expires earlier.
    private static readonly TimeSpan EmptyLifetime = TimeSpan.FromDays(1);

    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly ConversationOptions _options;
    private readonly TimeProvider _time;
    private readonly IConversationRecords[] _records;

    /// <summary>Creates the store; the file is opened, created or repaired on first use.</summary>
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

    /// <summary>Creates a conversation.</summary>
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
    /// Adds a turn atomically, and removes the oldest turns beyond the limits. False if the conversation was deleted or has expired meanwhile: it is not
    /// recreated.
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

    /// <summary>Sets the title chosen by the owner; it is never replaced by a generated one.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.ConversationNotFound"/> or, for the title, <see cref="ErrorCode.RequestInvalid"/>.</exception>
    public Task<Conversation> RenameAsync(string id, string? owner, string? title, CancellationToken cancellationToken)
    {
        var chosen = ConversationTitle.Clean(title)
            ?? throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("TitleInvalid", ConversationTitle.MaxLength));
        return _writer.WriteAsync(
            connection =>
            {
                ConversationRows.Rename(connection, Rows.KeyOf(connection, id, owner) ?? throw NotFound(), chosen);
                return Rows.Read(connection, id, owner)!;
            },
            cancellationToken);
    }

    /// <summary>Sets a generated title, such as a model's; ignored if it is not a valid title or the owner chose one.</summary>
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
    /// Deletes the conversation with all related data, including from write-ahead logs. Once started, the deletion is completed: the conversation is hidden at
    /// once, and if something cannot be deleted now, the deletion can be repeated, or the sweep completes it.
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
    /// Deletes expired conversations and quarantined files, and completes interrupted deletions; returns the number of conversations. Ratings and traces of a
    /// conversation that merely expires have their own retention.
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

    // Not cancelled: the deletion completes even if the client disconnects.
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
