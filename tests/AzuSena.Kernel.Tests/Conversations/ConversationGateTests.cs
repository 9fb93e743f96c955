using AzuSena.Conversations;
using AzuSena.Errors;

namespace AzuSena.Tests.Conversations;

public sealed class ConversationGateTests : IDisposable
{
    private readonly Conversing _conversing = new();

    [Fact]
    public async Task Enter_ConversationWithAQuestionInIt_IsBusyUntilItsAnswerIsKept()
    {
        var (one, other) = (await _conversing.CreateAsync(), await _conversing.CreateAsync());
        using var first = _conversing.Gate.Enter(one.Id, owner: null);

        Code(() => _conversing.Gate.Enter(one.Id, owner: null)).Should().Be(ErrorCode.ConversationBusy);
        _conversing.Gate.Enter(other.Id, owner: null).Dispose();
        await first.KeepAsync("¿Qué es el SENA?", "¿Qué es el SENA?", Dialogue.Answer("Una entidad."), CancellationToken.None);

        using var second = _conversing.Gate.Enter(one.Id, owner: null);
        second.Turns.Select(turn => turn.Answer).Should().Equal("Una entidad.");
    }

    [Fact]
    public async Task Enter_AnotherOwnersBusyConversation_IsNotFound()
    {
        var conversation = await _conversing.CreateAsync("clave-1");
        using var first = _conversing.Gate.Enter(conversation.Id, "clave-1");

        Code(() => _conversing.Gate.Enter(conversation.Id, "clave-2")).Should().Be(ErrorCode.ConversationNotFound);
    }

    [Fact]
    public async Task Enter_HoweverTheQuestionEnds_NothingIsLeftBehind()
    {
        var conversation = await _conversing.CreateAsync();
        for (var i = 0; i < 100; i++)
        {
            Code(() => _conversing.Gate.Enter($"no-existe-{i}", owner: null)).Should().Be(ErrorCode.ConversationNotFound);
            try
            {
                using var entered = _conversing.Gate.Enter(conversation.Id, owner: null);
                throw new OperationCanceledException();
            }
            catch (OperationCanceledException)
            {
                // The asker left.
            }
        }

        _conversing.Gate.BusyCount.Should().Be(0);
        _conversing.Store.Read(conversation.Id, owner: null).Turns.Should().BeEmpty("a cancelled question leaves no turn");
    }

    [Fact]
    public async Task Dispose_Twice_DoesNotLetAThirdQuestionPastTheSecond()
    {
        var conversation = await _conversing.CreateAsync();
        var first = _conversing.Gate.Enter(conversation.Id, owner: null);
        first.Dispose();
        using var second = _conversing.Gate.Enter(conversation.Id, owner: null);

        first.Dispose();

        Code(() => _conversing.Gate.Enter(conversation.Id, owner: null)).Should().Be(ErrorCode.ConversationBusy);
    }

    [Fact]
    public async Task Enter_ManyAtOnce_OneGetsInAndTheOthersAreRefused()
    {
        var conversation = await _conversing.CreateAsync();
        using var start = new Barrier(16);
        var entered = new OngoingConversation?[16];
        await Task.WhenAll(Enumerable.Range(0, entered.Length)
            .Select(i => Task.Factory.StartNew(() => Enter(i), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        entered.Should().ContainSingle(one => one != null);
        Array.ForEach(entered, one => one?.Dispose());
        _conversing.Gate.BusyCount.Should().Be(0);

        void Enter(int i)
        {
            start.SignalAndWait(TimeSpan.FromMinutes(1));
            try
            {
                entered[i] = _conversing.Gate.Enter(conversation.Id, owner: null);
            }
            catch (AzuSenaException exception) when (exception.Code is ErrorCode.ConversationBusy)
            {
                // As it should be, but for one.
            }
        }
    }

    [Fact]
    public async Task KeepAsync_ConversationDeletedMeanwhile_DoesNotComeBack()
    {
        var conversation = await _conversing.CreateAsync();
        using var ongoing = _conversing.Gate.Enter(conversation.Id, owner: null);
        await _conversing.Store.DeleteAsync(conversation.Id, owner: null, CancellationToken.None);

        (await ongoing.KeepAsync("¿?", "¿?", Dialogue.Answer("Secreto-Alfa"), CancellationToken.None)).Should().BeFalse();
        ongoing.NotKept!.Code.Should().Be("conversation_not_found");
        ongoing.IsGone.Should().BeTrue();

        _conversing.Bytes().Should().NotContain("Secreto-Alfa");
    }

    [Fact]
    public async Task KeepAsync_StoreFails_IsNoFailureOfTheAnswer()
    {
        var conversation = await _conversing.CreateAsync();
        using var ongoing = _conversing.Gate.Enter(conversation.Id, owner: null);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(_conversing.Database);
        Directory.CreateDirectory(_conversing.Database);

        (await ongoing.KeepAsync("¿?", "¿?", Dialogue.Answer("Respuesta."), CancellationToken.None)).Should().BeFalse();
        ongoing.NotKept!.Code.Should().Be("store_unavailable");
        ongoing.IsGone.Should().BeFalse();

        Directory.Delete(_conversing.Database);
    }

    [Fact]
    public async Task KeepAsync_NoTimeLeft_IsNoFailureOfTheAnswer()
    {
        var conversation = await _conversing.CreateAsync();
        using var ongoing = _conversing.Gate.Enter(conversation.Id, owner: null);

        (await ongoing.KeepAsync("¿?", "¿?", Dialogue.Answer("Respuesta."), new CancellationToken(canceled: true))).Should().BeFalse();

        ongoing.NotKept!.Message.Should().Contain("no quedó guardada");
        _conversing.Gate.BusyCount.Should().Be(0);
    }

    [Fact]
    public async Task Enter_LongConversation_GivesAPromptNoMoreThanItsShare()
    {
        using var conversing = new Conversing(options: new ConversationOptions { PromptTurns = 3, PromptCharacters = 250 });
        var conversation = await conversing.CreateAsync();
        foreach (var i in Enumerable.Range(1, 5))
        {
            await conversing.AppendAsync(conversation, Dialogue.Turn($"P{i}", new string((char)('a' + i), 100)));
        }

        using var ongoing = conversing.Gate.Enter(conversation.Id, owner: null);

        ongoing.Turns.Should().HaveCount(5);
        ongoing.PromptTurns.Select(turn => turn.Question).Should().Equal("P4", "P5");
    }

    [Fact]
    public async Task Enter_LastTurnLongerThanThePromptsShare_IsShortened()
    {
        using var conversing = new Conversing(options: new ConversationOptions { PromptCharacters = 200 });
        var conversation = await conversing.CreateAsync();
        await conversing.AppendAsync(conversation, Dialogue.Turn("¿Qué es?", string.Concat(Enumerable.Repeat("😀", 500))));

        using var ongoing = conversing.Gate.Enter(conversation.Id, owner: null);

        var turn = ongoing.PromptTurns.Should().ContainSingle().Subject;
        turn.Question.Should().Be("¿Qué es?");
        turn.Answer.Should().EndWith("😀…").And.Match(answer => answer.Length <= 192);
    }

    public void Dispose() => _conversing.Dispose();

    private static ErrorCode Code(Action action) => action.Should().Throw<AzuSenaException>().Which.Code;
}
