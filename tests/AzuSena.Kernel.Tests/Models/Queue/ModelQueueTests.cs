using AzuSena.Errors;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Models.Queue;

public sealed class ModelQueueTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Enter_PlaceIsFree_HasItsTurnAtOnce()
    {
        using var ticket = new ModelQueue(1, 5, _time).Enter(goesOn: false);

        (await PositionsAsync(ticket)).Should().BeEmpty();
    }

    [Fact]
    public async Task Leave_OneWhoWaits_MovesThoseBehindUp()
    {
        var queue = new ModelQueue(1, 5, _time);
        var first = queue.Enter(goesOn: false);
        var second = queue.Enter(goesOn: false);
        using var third = queue.Enter(goesOn: false);
        await using var positions = third.PositionsAsync(CancellationToken.None).GetAsyncEnumerator();
        await positions.MoveNextAsync();
        positions.Current.Should().Be(2);

        second.Dispose();
        await positions.MoveNextAsync();
        positions.Current.Should().Be(1);

        first.Dispose();
        (await positions.MoveNextAsync()).Should().BeFalse();
        queue.Waiting.Should().Be(0);
    }

    [Fact]
    public async Task Enter_ReplyThatGoesOn_IsNextAndNeverRefused()
    {
        var queue = new ModelQueue(1, 1, _time);
        var first = queue.Enter(goesOn: false);
        using var waits = queue.Enter(goesOn: false);
        using var goesOn = queue.Enter(goesOn: true);

        first.Dispose();

        (await PositionsAsync(goesOn)).Should().BeEmpty();
        queue.Waiting.Should().Be(1);
    }

    [Fact]
    public void Enter_AsManyWaitAsMay_IsModelBusyWithAnEstimate()
    {
        var queue = new ModelQueue(2, 3, _time);
        for (var reply = 0; reply < 20; reply++)
        {
            using var timed = queue.Enter(goesOn: false);
            _time.Advance(TimeSpan.FromSeconds(4));
        }

        for (var reply = 0; reply < 5; reply++)
        {
            queue.Enter(goesOn: false);
        }

        var refused = queue.Invoking(it => it.Enter(goesOn: false)).Should().Throw<AzuSenaException>().Which;

        refused.Code.Should().Be(ErrorCode.ModelBusy);
        refused.RetryAfter.Should().BeCloseTo(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(1), "two places, four before it, four seconds each");
    }

    [Fact]
    public void Dispose_Twice_GivesOnePlaceBack()
    {
        var queue = new ModelQueue(1, 0, _time);
        var ticket = queue.Enter(goesOn: false);

        ticket.Dispose();
        ticket.Dispose();

        queue.Enter(goesOn: false);
        queue.Invoking(it => it.Enter(goesOn: false)).Should().Throw<AzuSenaException>();
    }

    private static async Task<List<int>> PositionsAsync(QueueTicket ticket)
    {
        List<int> positions = [];
        await foreach (var position in ticket.PositionsAsync(CancellationToken.None))
        {
            positions.Add(position);
        }

        return positions;
    }
}
