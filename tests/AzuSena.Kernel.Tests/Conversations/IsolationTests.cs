using AzuSena.Conversations;
using AzuSena.Errors;

namespace AzuSena.Tests.Conversations;

[Trait("Category", "Slow")]
public sealed class IsolationTests : IDisposable
{
    private const int Count = 1000;
    private const int Questions = 3;

    private readonly Conversing _conversing = new();

    [Fact]
    public async Task Enter_AThousandConversationsAtOnce_NoSecretIsEverSeenInAnother()
    {
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i => Task.Run(() => ConverseAsync(i))));

        _conversing.Gate.BusyCount.Should().Be(0);
    }

    public void Dispose() => _conversing.Dispose();

    private static string Secret(int i) => $"secreto-{i:D4}-";

    private async Task ConverseAsync(int i)
    {
        var owner = i % 2 == 0 ? $"clave-{i % 7}" : null;
        var conversation = await _conversing.CreateAsync(owner);
        for (var n = 0; n < Questions; n++)
        {
            using var ongoing = _conversing.Gate.Enter(conversation.Id, owner);
            AssertOwn(ongoing.Turns, i, n);
            AssertOwn(ongoing.PromptTurns, i, n);
            await Task.Yield();
            Assert.Equal(ErrorCode.ConversationBusy, Assert.Throws<AzuSenaException>(() => _conversing.Gate.Enter(conversation.Id, owner)).Code);
            var question = $"¿Qué es {Secret(i)}{n}?";
            (await ongoing.KeepAsync(
                question, StandaloneQuestion.From(question, ongoing.Turns), Dialogue.Answer($"Es {Secret(i)}{n}."), CancellationToken.None)).Should().BeTrue();
        }

        AssertOwn(_conversing.Store.Read(conversation.Id, owner).Turns, i, Questions);
    }

    private static void AssertOwn(IReadOnlyList<ConversationTurn> turns, int i, int count)
    {
        Assert.Equal(Enumerable.Range(0, count).Select(n => $"Es {Secret(i)}{n}."), turns.Select(turn => turn.Answer));
        Assert.All(turns, turn => Assert.True(turn.Question.Contains(Secret(i)) && turn.StandaloneQuestion.Contains(Secret(i))));
    }
}
