using System.Threading.Channels;
using AzuSena.Answers;
using AzuSena.Api.Answers.Live;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Api.Tests.Answers.Live;

public sealed class KeepAlivesTests
{
    [Fact]
    public async Task WithKeepAlives_SilentAnswer_SaysSomethingEveryPeriodAndLosesNothing()
    {
        var clock = new FakeTimeProvider();
        var steps = Channel.CreateUnbounded<SentEvent>();
        await using var events = steps.Reader.ReadAllAsync().WithKeepAlives(clock, CancellationToken.None).GetAsyncEnumerator();
        for (var time = 0; time < 3; time++)
        {
            var next = events.MoveNextAsync();
            clock.Advance(KeepAlives.Period - TimeSpan.FromMilliseconds(1));
            next.IsCompleted.Should().BeFalse();
            clock.Advance(TimeSpan.FromMilliseconds(1));
            (await next).Should().BeTrue();
            events.Current.Should().Be(new SentEvent(new KeepAlive()));
        }

        steps.Writer.TryWrite(new SentEvent(new AnswerToken("uno"), 1));
        steps.Writer.Complete();
        (await events.MoveNextAsync()).Should().BeTrue();
        events.Current.Should().Be(new SentEvent(new AnswerToken("uno"), 1));
        (await events.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task WithKeepAlives_ReaderLeavesInASilence_EndsTheWork()
    {
        var clock = new FakeTimeProvider();
        using var leaving = new CancellationTokenSource();
        var steps = Channel.CreateUnbounded<SentEvent>();
        await using (var events = steps.Reader.ReadAllAsync(leaving.Token).WithKeepAlives(clock, leaving.Token).GetAsyncEnumerator())
        {
            var next = events.MoveNextAsync();
            clock.Advance(KeepAlives.Period);
            (await next).Should().BeTrue();
            await leaving.CancelAsync();
        }
    }
}
