using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Voice.Pacing;

public sealed class WaitBudgetTests
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task SpendAsync_NothingComes_EndsTheWaitWhenTheTimeIsUp()
    {
        var budget = new WaitBudget(Most, bytesPerSecond: 1_000, _time);
        var wait = budget.SpendAsync(Never, CancellationToken.None).AsTask();
        _time.Advance(Most - TimeSpan.FromMilliseconds(1));
        wait.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));

        await FluentActions.Awaiting(() => wait).Should().ThrowAsync<TimeoutException>();
    }

    [Theory]
    [InlineData(1_000, 1_000, true)]
    [InlineData(1_000, 999, false)]
    [InlineData(1_000, 1, false)]
    [InlineData(0, 1, true)]
    public async Task SpendAsync_APieceASecond_GoesOnAtTheRateOnly(int rate, int piece, bool goesOn)
    {
        var budget = new WaitBudget(Most, rate, _time);
        var transfer = async () =>
        {
            for (var second = 0; second < 20_000; second++)
            {
                await budget.SpendAsync(ASecond, CancellationToken.None);
                budget.Earn(piece);
            }
        };

        if (goesOn)
        {
            await transfer.Should().NotThrowAsync();
        }
        else
        {
            await transfer.Should().ThrowAsync<TimeoutException>();
        }
    }

    [Fact]
    public async Task Earn_FarAboveTheRate_SavesNothingUp()
    {
        var budget = new WaitBudget(Most, bytesPerSecond: 1_000, _time);
        budget.Earn(1 << 30);
        var wait = budget.SpendAsync(Never, CancellationToken.None).AsTask();
        _time.Advance(Most);

        await FluentActions.Awaiting(() => wait).Should().ThrowAsync<TimeoutException>();
    }

    [Fact]
    public async Task SpendAsync_Cancelled_IsACancellation()
    {
        using var leaving = new CancellationTokenSource();
        var wait = new WaitBudget(Most, bytesPerSecond: 0, _time).SpendAsync(Never, leaving.Token).AsTask();
        await leaving.CancelAsync();

        await FluentActions.Awaiting(() => wait).Should().ThrowAsync<OperationCanceledException>();
    }

    private ValueTask<int> ASecond(CancellationToken token)
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        token.ThrowIfCancellationRequested();
        return new ValueTask<int>(1);
    }

    private static async ValueTask<int> Never(CancellationToken token) => await new TaskCompletionSource<int>().Task.WaitAsync(token);
}
