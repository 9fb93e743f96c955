using AzuSena.Conversations.Storage;
using AzuSena.Errors;
using AzuSena.Memory;
using AzuSena.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Conversations;

/// <summary>
/// Keeps conversations, each apart from every other, in <c>conversations.db</c>. One that has expired is gone from that moment, whether it was
/// swept already or not. What is deleted is overwritten in the file.
/// </summary>
/// <remarks>
/// An id that the server did not make, one that has expired and one that belongs to another owner are the same to a caller:
/// <see cref="ErrorCode.ConversationNotFound"/>. The owner is whatever tells callers apart (null where nothing does); a conversation that was begun
/// without one is open to whoever knows its id. Every member may throw <see cref="ErrorCode.StoreUnavailable"/>. Safe for concurrent use.
/// </remarks>
public sealed class ConversationStore : IExpiringStore, IDisposable
{
    private const string FileName = "conversations.db";

    private static readonly Migrations Schema = new("AzuSena.Conversations.Storage.Migrations.");

    // One that nobody asked anything in need not be kept as long.
    private static readonly TimeSpan EmptyLifetime = TimeSpan.FromDays(1);

    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly ConversationOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Names the store; the file is opened, made or mended at its first use.</summary>
    public ConversationStore(IOptions<MemoryOptions> memory, IOptions<ConversationOptions> options, TimeProvider time, ILogger<ConversationStore> log)
    {
        _database = new SqliteDatabase(Path.Combine(memory.Value.DataDirectory, FileName), Schema, SqliteWriter.Settings, time, log);
        _writer = new SqliteWriter(_database);
        _options = options.Value;
        _time = time;
    }

    private ConversationRows Rows => new(_options.Retention, EmptyLifetime < _options.Retention ? EmptyLifetime : _options.Retention, _time.GetUtcNow());

    /// <summary>Begins a conversation.</summary>
    public Task<Conversation> CreateAsync(string? owner, CancellationToken cancellationToken) =>
        _writer.WriteAsync(connection => Rows.Insert(connection, ConversationId.New(), owner), cancellationToken);

    /// <summary>The conversation with its turns.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.ConversationNotFound"/>.</exception>
    public Conversation Read(string id, string? owner) => !ConversationId.IsWellFormed(id) ? throw NotFound() : _database.Use(connection =>
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        return Rows.Read(connection, id, owner) ?? throw NotFound();
    });

    /// <summary>
    /// Adds a turn, all of it or nothing, and removes the oldest past the bound. False where the conversation was deleted or expired meanwhile: it
    /// does not come back.
    /// </summary>
    public Task<bool> AppendAsync(string id, string? owner, ConversationTurn turn, CancellationToken cancellationToken) => _writer.WriteAsync(
        connection =>
        {
            if (Rows.KeyOf(connection, id, owner) is not { } key)
            {
                return false;
            }

            Rows.Append(connection, key, turn, ConversationTitle.Of(turn.Question), _options.MaxTurns);
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

    /// <summary>Deletes the conversation, from the file and its write-ahead log too.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.ConversationNotFound"/>.</exception>
    public Task DeleteAsync(string id, string? owner, CancellationToken cancellationToken) =>
        _writer.EraseAsync(connection => ConversationRows.Delete(connection, Rows.KeyOf(connection, id, owner) ?? throw NotFound()), cancellationToken);

    /// <summary>Removes what has expired, also quarantined files; says how many conversations that were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var count = await _writer.EraseAsync(Rows.DeleteExpired, cancellationToken);
        _database.RemoveQuarantined(_time.GetUtcNow() - _options.Retention);
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static AzuSenaException NotFound() => new(ErrorCode.ConversationNotFound);
}
