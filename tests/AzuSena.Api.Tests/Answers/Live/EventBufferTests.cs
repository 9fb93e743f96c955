using AzuSena.Answers;
using AzuSena.Api.Answers.Live;

namespace AzuSena.Api.Tests.Answers.Live;

public sealed class EventBufferTests
{
    [Fact]
    public async Task Read_SeveralReadersFromSeveralPlaces_EachGetsTheRestInOrder()
    {
        var buffer = new EventBuffer(1000);
        var readers = Enumerable.Range(0, 8).Select(after => Task.Run(() => ReadAsync(buffer, after))).ToList();
        for (var number = 1; number <= 100; number++)
        {
            await buffer.AppendAsync(Token(number), CancellationToken.None);
        }

        buffer.Complete();
        for (var after = 0; after < readers.Count; after++)
        {
            (await readers[after].WaitAsync(TestApi.Patience)).Should().Equal(Enumerable.Range(after + 1, 100 - after).Select(number => $"{number}"));
        }
    }

    [Fact]
    public async Task Append_NobodyReads_KeepsNoMoreThanItsCapacity()
    {
        var buffer = new EventBuffer(16);
        for (var number = 1; number <= 1000; number++)
        {
            await buffer.AppendAsync(Token(number), CancellationToken.None);
        }

        buffer.Complete();
        buffer.Last.Should().Be(1000);
        (await ReadAsync(buffer, after: 984)).Should().HaveCount(16).And.EndWith("1000");
        (await ReadAsync(buffer, after: 0)).Should().Equal("question_not_found");
    }

    [Fact]
    public async Task Append_FullAndTheOnlyReaderIsSlow_WaitsForIt()
    {
        var buffer = new EventBuffer(16);
        buffer.Enter();
        await using var reader = buffer.ReadAsync(0, CancellationToken.None).GetAsyncEnumerator();
        for (var number = 1; number <= 16; number++)
        {
            await buffer.AppendAsync(Token(number), CancellationToken.None);
        }

        var next = buffer.AppendAsync(Token(17), CancellationToken.None).AsTask();
        next.IsCompleted.Should().BeFalse("nothing was read yet");
        await reader.MoveNextAsync();
        next.IsCompleted.Should().BeFalse("two events go at a time");
        await reader.MoveNextAsync();
        await next.WaitAsync(TestApi.Patience);

        buffer.Complete();
        var rest = new List<string>();
        while (await reader.MoveNextAsync())
        {
            rest.Add(Text(reader.Current));
        }

        rest.Should().Equal(Enumerable.Range(3, 15).Select(number => $"{number}"));
    }

    [Fact]
    public async Task Append_FullAndOneOfTwoReadersIsSlow_LosesTheSlowOneAlone()
    {
        var buffer = new EventBuffer(16);
        buffer.Enter();
        buffer.Enter();
        await using var slow = buffer.ReadAsync(0, CancellationToken.None).GetAsyncEnumerator();
        var fast = Task.Run(() => ReadAsync(buffer, after: 0));
        for (var number = 1; number <= 100; number++)
        {
            await buffer.AppendAsync(Token(number), CancellationToken.None).AsTask().WaitAsync(TestApi.Patience);
        }

        buffer.Complete();
        (await fast.WaitAsync(TestApi.Patience)).Should().Equal(Enumerable.Range(1, 100).Select(number => $"{number}"));
        (await slow.MoveNextAsync()).Should().BeTrue();
        slow.Current.Event.Should().BeOfType<AnswerFailed>();
        slow.Current.Sequence.Should().BeNull();
        (await slow.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Append_TheReaderThatHeldItUpLeaves_GoesOn()
    {
        var buffer = new EventBuffer(16);
        buffer.Enter();
        for (var number = 1; number <= 16; number++)
        {
            await buffer.AppendAsync(Token(number), CancellationToken.None);
        }

        var next = buffer.AppendAsync(Token(17), CancellationToken.None).AsTask();
        buffer.Leave();
        await next.WaitAsync(TestApi.Patience);
    }

    private static AnswerToken Token(int number) => new($"{number}");

    private static string Text(SentEvent step) => step.Event is AnswerToken token ? token.Text : ((AnswerFailed)step.Event).Code;

    private static async Task<List<string>> ReadAsync(EventBuffer buffer, int after)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        return await buffer.ReadAsync(after, limit.Token).Select(Text).ToListAsync(limit.Token);
    }
}
