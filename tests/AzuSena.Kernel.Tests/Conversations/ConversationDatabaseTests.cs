using AzuSena.Errors;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;

namespace AzuSena.Tests.Conversations;

public sealed class ConversationDatabaseTests : IDisposable
{
    private const string PutAside = "conversations.db.corrupt-20260301080000";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Use_NoiseInPlaceOfTheDatabase_IsPutAsideAndReplaced()
    {
        var noise = new byte[50_000];
        new Random(1).NextBytes(noise);
        await AssertPutAsideAsync(noise);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(4096)]
    public async Task Use_TruncatedDatabase_IsPutAsideAndReplaced(int length) => await AssertPutAsideAsync((await ClosedDatabaseAsync())[..length]);

    [Fact]
    public async Task Use_DamageFoundWhileInUse_IsMendedAtTheNextUse()
    {
        using var conversing = new Conversing(_folder);
        var conversation = await conversing.CreateAsync();
        await conversing.Store.SweepAsync(CancellationToken.None);
        SqliteConnection.ClearAllPools();
        await File.WriteAllBytesAsync(conversing.Database, new byte[8192].Select(_ => (byte)0xAA).ToArray());

        conversing.Store.Invoking(store => store.Read(conversation.Id, owner: null))
            .Should().Throw<AzuSenaException>().Which.Code.Should().Be(ErrorCode.StoreUnavailable);

        var next = await conversing.CreateAsync();
        conversing.Store.Read(next.Id, owner: null).Turns.Should().BeEmpty();
        File.Exists(_folder.Combine(PutAside)).Should().BeTrue();
    }

    [Fact]
    public async Task SweepAsync_FilePutAsideLongerThanTheRetention_IsRemoved()
    {
        using var conversing = new Conversing(_folder);
        var (old, young) = (_folder.Write("conversations.db.corrupt-1", "x"), _folder.Write("conversations.db.corrupt-2", "x"));
        var other = _folder.Write("azusena.db.corrupt-1", "x");
        foreach (var file in new[] { old, other })
        {
            File.SetLastWriteTimeUtc(file, Dialogue.Start.UtcDateTime.AddDays(-31));
        }

        File.SetLastWriteTimeUtc(young, Dialogue.Start.UtcDateTime.AddDays(-29));

        await conversing.Store.SweepAsync(CancellationToken.None);

        (File.Exists(old), File.Exists(young), File.Exists(other)).Should().Be((false, true, true));
    }

    [Fact]
    public async Task Use_DatabaseOfANewerVersion_IsRefusedAndKept()
    {
        await ClosedDatabaseAsync();
        using (var connection = new SqliteConnection($"Data Source={_folder.Combine("conversations.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        using var conversing = new Conversing(_folder);

        (await conversing.Invoking(it => it.CreateAsync()).Should().ThrowAsync<AzuSenaException>().WithMessage("*versión más nueva*")).Which.Code.Should().Be(
            ErrorCode.StoreUnavailable);
        Directory.GetFiles(_folder.Path, "*.corrupt-*").Should().BeEmpty();
    }

    [Fact]
    public async Task Use_FolderCannotBeMade_IsUnavailableUntilItCan()
    {
        Directory.CreateDirectory(_folder.Combine("conversations.db"));
        using var conversing = new Conversing(_folder);
        (await conversing.Invoking(it => it.CreateAsync()).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.StoreUnavailable);

        Directory.Delete(_folder.Combine("conversations.db"));

        (await conversing.CreateAsync()).Turns.Should().BeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private async Task AssertPutAsideAsync(byte[] content)
    {
        await File.WriteAllBytesAsync(_folder.Combine("conversations.db"), content);
        using var conversing = new Conversing(_folder);

        var conversation = await conversing.CreateAsync();

        conversing.Store.Read(conversation.Id, owner: null).Turns.Should().BeEmpty();
        (await File.ReadAllBytesAsync(_folder.Combine(PutAside))).Should().Equal(content);
    }

    // Without a write-ahead log beside it.
    private async Task<byte[]> ClosedDatabaseAsync()
    {
        using (var conversing = new Conversing(_folder))
        {
            await conversing.AppendAsync(await conversing.CreateAsync(), Dialogue.Turn("¿Qué es el SENA?", new string('x', 20_000)));
            await conversing.Store.SweepAsync(CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(_folder.Combine("conversations.db"));
    }
}
