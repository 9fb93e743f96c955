using System.Runtime.Versioning;
using AzuSena.Conversations;
using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Vectors;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Memory.Sqlite;

/// <summary>What people asked and what the documents say is for the service's own user alone.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OneFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _corpus = TestCorpus.Create();

    [Fact]
    public async Task DataFolder_AfterUse_IsClosedToOthers()
    {
        await using var product = Product(_corpus.Combine("nueva/data"));
        await UseAsync(product);

        AssertPrivate(_corpus.Combine("nueva/data"));
    }

    [Fact]
    public async Task DataFolder_OpenToOthers_IsClosed()
    {
        var data = _corpus.Combine("data");
        await using (var first = Product(data))
        {
            await UseAsync(first);
        }

        foreach (var file in Directory.GetFiles(data))
        {
            File.SetUnixFileMode(file, OneFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        File.SetUnixFileMode(data, Folder | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await using var product = Product(data);
        await UseAsync(product);

        AssertPrivate(data);
    }

    public void Dispose() => _corpus.Dispose();

    private static async Task UseAsync(TestProduct product)
    {
        await product.IndexAsync();
        await product.Get<VectorUpkeep>().RunAsync(progress: null, CancellationToken.None);
        await product.Get<ConversationStore>().CreateAsync(owner: null, CancellationToken.None);
        product.Get<Feedback.FeedbackStore>().Read();
        await product.Get<Answering.Tracing.TraceStore>().SweepAsync(CancellationToken.None);
    }

    private static void AssertPrivate(string data)
    {
        File.GetUnixFileMode(data).Should().Be(Folder);

        // SQLite removes the log with its last connection, and another test may clear the pools meanwhile.
        using var reader = new SqliteConnection($"Data Source={Path.Combine(data, "azusena.db")};Pooling=False");
        reader.Open();
        reader.Scalar("SELECT count(*) FROM sqlite_schema");
        var files = Directory.GetFiles(data).ToDictionary(file => Path.GetFileName(file), File.GetUnixFileMode);
        files.Keys.Should().Contain(["azusena.db", "azusena.db-wal", "conversations.db", "feedback.db", "traces.db", "index.lock"]).And.Contain(
            name => name.StartsWith("vectors-", StringComparison.Ordinal));
        files.Should().OnlyContain(file => file.Value == OneFile);
    }

    private TestProduct Product(string data) => new(
        _corpus.Path, services =>
            services.AddSingleton<IEmbedderSource>(new EmbedderSourceDouble(new EmbedderDouble().ToEmbedder())), ("Memory:DataDirectory", data));
}
