using AzuSena.Conversations;
using AzuSena.Settings;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Tests.Conversations;

/// <summary>A real store and gate in a folder of a test's own, with a clock that the test moves.</summary>
internal sealed class Conversing : IDisposable
{
    private readonly TemporaryFolder? _own;
    private readonly List<ConversationStore> _stores = [];

    public Conversing(TemporaryFolder? folder = null, ConversationOptions? options = null)
    {
        _own = folder is null ? new TemporaryFolder() : null;
        Folder = folder ?? _own!;
        Options = options ?? new ConversationOptions();
        Store = Reopen();
        Gate = new ConversationGate(Store, Microsoft.Extensions.Options.Options.Create(Options), Time, NullLogger<ConversationGate>.Instance);
    }

    public TemporaryFolder Folder { get; }

    public ConversationOptions Options { get; }

    public FakeTimeProvider Time { get; } = new(Dialogue.Start);

    public ConversationStore Store { get; }

    public ConversationGate Gate { get; }

    public string Database => Folder.Combine("conversations.db");

    public Task<Conversation> CreateAsync(string? owner = null) => Store.CreateAsync(owner, CancellationToken.None);

    public Task<bool> AppendAsync(Conversation conversation, ConversationTurn turn) =>
        Store.AppendAsync(conversation.Id, owner: null, turn, CancellationToken.None);

    /// <summary>Another store over the same file, as after a restart.</summary>
    public ConversationStore Reopen()
    {
        var memory = Microsoft.Extensions.Options.Options.Create(new DataOptions { DataDirectory = Folder.Path });
        var store = new ConversationStore(memory, Microsoft.Extensions.Options.Options.Create(Options), Time, NullLogger<ConversationStore>.Instance);
        _stores.Add(store);
        return store;
    }

    /// <summary>Everything on the disk, in files of any name.</summary>
    public string Bytes() => DatabaseFiles.Text(Database);

    public void Dispose()
    {
        _stores.ForEach(store => store.Dispose());
        SqliteConnection.ClearAllPools();
        _own?.Dispose();
    }
}
