using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Errors;
using AzuSena.Support;
using AzuSena.Testing;
using FsCheck.Xunit;
using Microsoft.Data.Sqlite;

namespace AzuSena.Tests.Conversations;

public sealed class ConversationStoreTests : IDisposable
{
    private readonly Conversing _conversing = new();

    private ConversationStore Store => _conversing.Store;

    [Fact]
    public async Task CreateAsync_ManyTimes_GivesIdsThatDifferAndFitAnAddress()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 200; i++)
        {
            ids.Add((await _conversing.CreateAsync()).Id);
        }

        ids.Should().HaveCount(200).And.OnlyContain(id => id.Length == 24 && Uri.EscapeDataString(id) == id, "24 characters of 64 are 144 bits");
    }

    [Fact]
    public async Task Read_AfterTurns_GivesThemWholeAndInOrderEvenAfterARestart()
    {
        var conversation = await _conversing.CreateAsync();
        var first = Dialogue.Turn("¿Qué es el SENA?", "Es una entidad [1].\n\n- ñ 😀", "Título «uno»") with { Mode = "llm", Abstained = true };
        var second = Dialogue.Turn("¿y cuándo se creó?") with { StandaloneQuestion = "¿y cuándo se creó? (SENA)" };
        await _conversing.AppendAsync(conversation, first);
        await _conversing.AppendAsync(conversation, second);

        using var reopened = _conversing.Reopen();
        var read = reopened.Read(conversation.Id, owner: null);

        read.Turns.Should().BeEquivalentTo([first, second], options => options.WithStrictOrdering());
        read.Title.Should().Be("¿Qué es el SENA?");
        read.CreatedAt.Should().Be(Dialogue.Start);
        read.ExpiresAt.Should().Be(Dialogue.Start.AddDays(30));
    }

    [Theory]
    [InlineData(Completeness.Complete)]
    [InlineData(Completeness.Partial)]
    [InlineData(Completeness.None)]
    public async Task Read_ShapeOfAnAnswer_IsAsItWasKept(Completeness completeness)
    {
        var conversation = await _conversing.CreateAsync();
        var more = new Citation(2, "p2", "Título", "Ley 1", new DateOnly(2026, 1, 2), ["Uno", "Dos"], "Lo citado.", 3, 13, "Uno › Dos");
        var turn = Dialogue.Turn("¿Qué es el SENA?") with { Completeness = completeness, Lead = "Es una entidad.", More = [more] };
        await _conversing.AppendAsync(conversation, turn);

        var read = Store.Read(conversation.Id, owner: null).Turns.Should().ContainSingle().Which;

        read.Should().BeEquivalentTo(turn);
        read.More.Should().ContainSingle().Which.Should().BeEquivalentTo(more);
    }

    [Fact]
    public void Read_DatabaseOlderThanTheShape_IsCompleteOrNone()
    {
        var old = Path.Combine(Repository.Root, "src", "AzuSena.Kernel", "Conversations", "Storage", "Migrations");
        var conversation = new string('A', 24);
        using (var connection = new SqliteConnection($"Data Source={_conversing.Database}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = string.Join('\n', Directory.GetFiles(old).Order(StringComparer.Ordinal).Take(2).Select(File.ReadAllText)) +
                $"""
                PRAGMA user_version = 2;
                INSERT INTO conversations (id, public_id, created_at, last_turn_at)
                VALUES (1, '{conversation}', {Dialogue.Start.ToUnixTimeMilliseconds()}, {Dialogue.Start.ToUnixTimeMilliseconds()});
                INSERT INTO turns (conversation_id, question_id, question, standalone, answer, mode, abstained, citations, answered_at)
                VALUES (1, 'q1', '¿Uno?', '¿Uno?', 'Sí.', 'extractive', 0, '[]', 1), (1, 'q2', '¿Dos?', '¿Dos?', 'No sé.', 'extractive', 1, '[]', 2);
                """;
            command.ExecuteNonQuery();
        }

        Store.Read(conversation, owner: null).Turns.Select(turn => (turn.QuestionId, turn.Completeness, turn.Lead, turn.More)).Should().Equal(
            ("q1", Completeness.Complete, null, null), ("q2", Completeness.None, null, null));
    }

    [Fact]
    public async Task Read_CitationKeptBeforeItsQuoteWas_HasNone()
    {
        var conversation = await _conversing.CreateAsync();
        await _conversing.AppendAsync(conversation, Dialogue.Turn("¿Qué es el SENA?", title: "Qué es el SENA"));
        using (var connection = new SqliteConnection($"Data Source={_conversing.Database}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """UPDATE turns SET citations = '[{"Number":1,"PassageId":"p","Title":"Qué es el SENA"}]'""";
            command.ExecuteNonQuery();
        }

        Store.Read(conversation.Id, owner: null).Turns.Should().ContainSingle().Which.Citations.Should().Equal(new TurnCitation(1, "p", "Qué es el SENA"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("c-1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --' OR 1=1 --ab")]
    [InlineData("../../../../../../etc/pa")]
    public async Task AnyUse_IdThatTheServerDidNotMake_IsNotFound(string id)
    {
        await _conversing.CreateAsync();

        await AssertNotFoundAsync(id, owner: null);
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 200)]
    public void Read_AnyId_IsNotFound(HostileText id) =>
        Store.Invoking(store => store.Read(id.Value, owner: null)).Should().Throw<AzuSenaException>().Which.Code.Should().Be(ErrorCode.ConversationNotFound);

    [Fact]
    public async Task AnyUse_AnotherOwnersConversation_IsNotFound()
    {
        var own = await _conversing.CreateAsync("clave-1");

        await AssertNotFoundAsync(own.Id, "clave-2");
        await AssertNotFoundAsync(own.Id, owner: null);
        Store.Read(own.Id, "clave-1").Id.Should().Be(own.Id);
    }

    [Fact]
    public async Task Read_ConversationWithoutOwner_IsOpenToWhoeverKnowsTheId()
    {
        var conversation = await _conversing.CreateAsync();

        Store.Read(conversation.Id, "clave-1").Id.Should().Be(conversation.Id);
    }

    [Fact]
    public async Task AnyUse_MomentOfExpiry_IsNotFoundWithoutASweep()
    {
        var conversation = await _conversing.CreateAsync();
        await _conversing.AppendAsync(conversation, Dialogue.Turn("¿Qué es el SENA?"));
        _conversing.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        Store.Read(conversation.Id, owner: null).Turns.Should().HaveCount(1);

        _conversing.Time.Advance(TimeSpan.FromMilliseconds(1));

        await AssertNotFoundAsync(conversation.Id, owner: null);
        (await _conversing.AppendAsync(conversation, Dialogue.Turn("¿y ahora?"))).Should().BeFalse();
    }

    [Fact]
    public async Task AppendAsync_BeforeExpiry_StartsTheTimeAnew()
    {
        var conversation = await _conversing.CreateAsync();
        for (var i = 0; i < 5; i++)
        {
            (await _conversing.AppendAsync(conversation, Dialogue.Turn($"Pregunta {i}"))).Should().BeTrue();
            _conversing.Time.Advance(TimeSpan.FromDays(29));
        }

        Store.Read(conversation.Id, owner: null).Turns.Should().HaveCount(5);
    }

    [Fact]
    public async Task Read_NothingAskedForADay_IsNotFound()
    {
        var conversation = await _conversing.CreateAsync();
        conversation.ExpiresAt.Should().Be(Dialogue.Start.AddDays(1));

        _conversing.Time.Advance(TimeSpan.FromDays(1));

        await AssertNotFoundAsync(conversation.Id, owner: null);
    }

    [Fact]
    public async Task Read_RetentionShortened_HoldsForWhatIsThere()
    {
        var conversation = await _conversing.CreateAsync();
        await _conversing.AppendAsync(conversation, Dialogue.Turn("¿Qué es el SENA?"));
        using var shorter = new Conversing(_conversing.Folder, new ConversationOptions { RetentionDays = 1 });
        shorter.Store.Read(conversation.Id, owner: null).Turns.Should().HaveCount(1);

        shorter.Time.Advance(TimeSpan.FromDays(1));

        shorter.Store.Invoking(store => store.Read(conversation.Id, owner: null)).Should().Throw<AzuSenaException>();
    }

    [Fact]
    public async Task AppendAsync_PastTheBound_DropsTheOldestOfThisConversationAlone()
    {
        using var small = new Conversing(_conversing.Folder, new ConversationOptions { MaxTurns = 3 });
        var (one, other) = (await small.CreateAsync(), await small.CreateAsync());
        await small.AppendAsync(other, Dialogue.Turn("Otra"));
        for (var i = 1; i <= 7; i++)
        {
            await small.AppendAsync(one, Dialogue.Turn($"Pregunta {i}"));
        }

        small.Store.Read(one.Id, owner: null).Turns.Select(turn => turn.Question).Should().Equal("Pregunta 5", "Pregunta 6", "Pregunta 7");
        small.Store.Read(other.Id, owner: null).Turns.Should().HaveCount(1);
    }

    [Fact]
    public async Task AppendAsync_CancelledBefore_LeavesNoHalfTurn()
    {
        var conversation = await _conversing.CreateAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Store.Invoking(store => store.AppendAsync(conversation.Id, owner: null, Dialogue.Turn("¿Qué es el SENA?"), cancelled.Token))
            .Should().ThrowAsync<OperationCanceledException>();

        Store.Read(conversation.Id, owner: null).Should().BeEquivalentTo(new { Title = (string?)null, Turns = Array.Empty<ConversationTurn>() });
        (await _conversing.AppendAsync(conversation, Dialogue.Turn("¿Qué es el SENA?"))).Should().BeTrue();
    }

    [Fact]
    public async Task AppendAsync_FailsBetweenItsStatements_LeavesNoHalfTurn()
    {
        var conversation = await _conversing.CreateAsync();
        Execute("CREATE TRIGGER full BEFORE UPDATE ON conversations BEGIN SELECT RAISE(ABORT, 'disk full'); END");

        await _conversing.Invoking(it => it.AppendAsync(conversation, Dialogue.Turn("¿Qué es el SENA?"))).Should().ThrowAsync<AzuSenaException>();

        Store.Read(conversation.Id, owner: null).Turns.Should().BeEmpty("the turn was inserted before the title was set");
    }

    [Fact]
    public async Task DeleteAsync_Conversation_LeavesNothingOfItOnTheDisk()
    {
        var (secret, kept) = (await _conversing.CreateAsync(), await _conversing.CreateAsync());
        await _conversing.AppendAsync(kept, Dialogue.Turn("Lo que se queda"));
        for (var i = 0; i < 20; i++)
        {
            await _conversing.AppendAsync(secret, Dialogue.Turn($"Secreto-Alfa {i}", "Secreto-Beta " + new string('x', 6000)));
        }

        _conversing.Bytes().Should().Contain("Secreto-Alfa").And.Contain(secret.Id);

        await Store.DeleteAsync(secret.Id, owner: null, CancellationToken.None);

        _conversing.Bytes().Should().NotContain("Secreto-").And.NotContain(secret.Id).And.Contain("Lo que se queda");
        await AssertNotFoundAsync(secret.Id, owner: null);
        Store.Read(kept.Id, owner: null).Turns.Should().HaveCount(1);
    }

    [Fact]
    public async Task SweepAsync_Expired_LeavesNothingOfThemOnTheDisk()
    {
        var old = await _conversing.CreateAsync();
        await _conversing.AppendAsync(old, Dialogue.Turn("Secreto-Alfa"));
        _conversing.Time.Advance(TimeSpan.FromDays(15));
        var young = await _conversing.CreateAsync();
        await _conversing.AppendAsync(young, Dialogue.Turn("Lo que se queda"));
        await _conversing.CreateAsync();
        _conversing.Time.Advance(TimeSpan.FromDays(15));

        (await Store.SweepAsync(CancellationToken.None)).Should().Be(2, "one was never used");

        _conversing.Bytes().Should().NotContain("Secreto-Alfa").And.Contain("Lo que se queda");
        Store.Read(young.Id, owner: null).Turns.Should().HaveCount(1);
        (await Store.SweepAsync(CancellationToken.None)).Should().Be(0);
    }

    [Fact]
    public async Task RenameAsync_ChosenTitle_OutlivesRulesAndModels()
    {
        var conversation = await _conversing.CreateAsync();

        (await Store.RenameAsync(conversation.Id, owner: null, "  Mis \n dudas ", CancellationToken.None)).Title.Should().Be("Mis dudas");
        await _conversing.AppendAsync(conversation, Dialogue.Turn("¿Qué es el SENA?"));
        await Store.SuggestTitleAsync(conversation.Id, owner: null, "Del modelo", CancellationToken.None);

        Store.Read(conversation.Id, owner: null).Title.Should().Be("Mis dudas");
    }

    [Fact]
    public async Task SuggestTitleAsync_NobodyChoseOne_ReplacesTheRules()
    {
        var conversation = await _conversing.CreateAsync();
        await _conversing.AppendAsync(conversation, Dialogue.Turn("¿Qué es el SENA?"));

        await Store.SuggestTitleAsync(conversation.Id, owner: null, "Qué es el SENA", CancellationToken.None);
        await Store.SuggestTitleAsync(conversation.Id, owner: null, new string('x', 500), CancellationToken.None);

        Store.Read(conversation.Id, owner: null).Title.Should().Be("Qué es el SENA");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    [InlineData("a\u0007b")]
    [InlineData("\uD800")]
    public async Task RenameAsync_NoTitle_IsRefused(string? title)
    {
        var conversation = await _conversing.CreateAsync();

        var renaming = () => Store.RenameAsync(conversation.Id, owner: null, title, CancellationToken.None);

        (await renaming.Should().ThrowAsync<AzuSenaException>().WithMessage("*1 a 120 caracteres*")).Which.Code.Should().Be(ErrorCode.RequestInvalid);
    }

    [Fact]
    public async Task Read_CorpusDatabaseMadeAnew_KeepsConversations()
    {
        using var folder = new TemporaryFolder();
        Stores.Open(folder).Fill(Samples.Passage("Texto."));
        using var conversing = new Conversing(folder);
        var conversation = await conversing.CreateAsync();

        SqliteConnection.ClearAllPools();
        File.WriteAllText(folder.Combine("azusena.db"), "no es una base de datos");
        Stores.Open(folder).HoldsAnything().Should().BeFalse();

        conversing.Store.Read(conversation.Id, owner: null).Id.Should().Be(conversation.Id);
    }

    public void Dispose() => _conversing.Dispose();

    private async Task AssertNotFoundAsync(string id, string? owner)
    {
        var uses = new Func<Task>[]
        {
            () => Task.FromResult(Store.Read(id, owner)),
            () => Store.RenameAsync(id, owner, "Título", CancellationToken.None),
            () => Store.DeleteAsync(id, owner, CancellationToken.None),
            () => Task.FromResult(_conversing.Gate.Enter(id, owner)),
        };
        foreach (var use in uses)
        {
            (await use.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ConversationNotFound);
        }

        (await Store.AppendAsync(id, owner, Dialogue.Turn("¿?"), CancellationToken.None)).Should().BeFalse();
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_conversing.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant SQL of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
