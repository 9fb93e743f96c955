using AzuSena.Conversations;
using AzuSena.Errors;

namespace AzuSena.Tests.Conversations;

/// <summary>Neither one conversation nor all of them together grow without bound: the oldest go first.</summary>
public sealed class ConversationSizeTests
{
    [Fact]
    public async Task AppendAsync_MoreTextThanAConversationKeeps_DropsItsOldestTurns()
    {
        using var conversing = new Conversing(options: new ConversationOptions { MaxKilobytes = 64 });
        var conversation = await conversing.CreateAsync();
        for (var i = 1; i <= 10; i++)
        {
            await conversing.AppendAsync(conversation, Dialogue.Turn($"Pregunta {i}", new string('ñ', 10_000)));
        }

        conversing.Store.Read(conversation.Id, owner: null).Turns.Select(turn => turn.Question).Should().Equal("Pregunta 8", "Pregunta 9", "Pregunta 10");
    }

    [Fact]
    public async Task AppendAsync_OneTurnLargerThanTheBound_IsKept()
    {
        using var conversing = new Conversing(options: new ConversationOptions { MaxKilobytes = 64 });
        var conversation = await conversing.CreateAsync();
        await conversing.AppendAsync(conversation, Dialogue.Turn("Pregunta 1"));

        await conversing.AppendAsync(conversation, Dialogue.Turn("Pregunta 2", new string('x', 100_000)));

        conversing.Store.Read(conversation.Id, owner: null).Turns.Should().ContainSingle().Which.Question.Should().Be("Pregunta 2");
    }

    [Fact]
    public async Task AppendAsync_MoreThanAllMayTake_TheConversationUsedLongestAgoGoes()
    {
        using var conversing = new Conversing(options: new ConversationOptions { MaxMegabytes = 1 });
        var conversations = new List<Conversation>();
        for (var i = 0; i < 30; i++)
        {
            var conversation = await conversing.CreateAsync();
            conversations.Add(conversation);
            conversing.Time.Advance(TimeSpan.FromMinutes(1));
            await conversing.AppendAsync(conversation, Dialogue.Turn("Pregunta", new string('x', 100_000)));
        }

        var there = conversations.ConvertAll(conversation => IsThere(conversing, conversation));
        there.Should().EndWith(Enumerable.Repeat(true, 8)).And.StartWith(Enumerable.Repeat(false, 20)).And.BeInAscendingOrder();
        await conversing.Store.SweepAsync(CancellationToken.None);
        new FileInfo(conversing.Database).Length.Should().BeLessThan(2 * 1024 * 1024);
    }

    private static bool IsThere(Conversing conversing, Conversation conversation)
    {
        try
        {
            conversing.Store.Read(conversation.Id, owner: null);
            return true;
        }
        catch (AzuSenaException exception) when (exception.Code is ErrorCode.ConversationNotFound)
        {
            return false;
        }
    }
}
