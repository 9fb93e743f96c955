using AzuSena.Answering.Tracing;
using AzuSena.Conversations;
using AzuSena.Errors;
using AzuSena.Feedback;
using AzuSena.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Memory.Sqlite;

public sealed class ExpirySweepTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new();
    private readonly FakeLogger<StoreDouble> _log = new();

    [Fact]
    public async Task ExecuteAsync_AtStartAndEveryHour_SweepsAndSaysHowMany()
    {
        var store = new StoreDouble(() => 2, () => 0, () => 3);
        using var sweep = await StartAsync(store);

        for (var time = 1; time < 3; time++)
        {
            _time.Advance(Period - TimeSpan.FromTicks(1));
            store.Swept.CurrentCount.Should().Be(0);
            _time.Advance(TimeSpan.FromTicks(1));
            await store.NextAsync();
        }

        await sweep.StopAsync(CancellationToken.None);
        _log.Collector.GetSnapshot().Select(line => line.Message).Should().Equal("Removed 2 entries that had expired", "Removed 3 entries that had expired");
    }

    [Fact]
    public async Task ExecuteAsync_StoreCannotBeSwept_LogsItAndTriesAgainAnHourLater()
    {
        Exception[] failures = [new AzuSenaException(ErrorCode.StoreUnavailable), new IOException(), new UnauthorizedAccessException()];
        var store = new StoreDouble([.. failures.Select(failure => (Func<int>)(() => throw failure)), () => 1]);
        using var sweep = await StartAsync(store);

        foreach (var _ in failures)
        {
            _time.Advance(Period);
            await store.NextAsync();
        }

        await sweep.StopAsync(CancellationToken.None);
        sweep.ExecuteTask!.IsCompletedSuccessfully.Should().BeTrue();
        _log.Collector.GetSnapshot().Where(line => line.Level == LogLevel.Warning).Select(line => line.Exception).Should().Equal(failures);
    }

    [Fact]
    public async Task Kernel_Product_SweepsEachStoreThatForgets()
    {
        using var corpus = new TemporaryFolder();
        await using var product = new TestProduct(corpus.Path);

        product.Get<IEnumerable<IHostedService>>().Select(service => service.GetType()).Should()
            .Contain([typeof(ExpirySweep<ConversationStore>), typeof(ExpirySweep<FeedbackStore>), typeof(ExpirySweep<TraceStore>)]);
    }

    [Theory]
    [InlineData("conversations.db")]
    [InlineData("feedback.db")]
    [InlineData("traces.db")]
    public async Task SweepAsync_FilePutAsideLongerThanTheRetention_IsRemoved(string database)
    {
        using var corpus = new TemporaryFolder();
        await using var product = new TestProduct(corpus.Path);
        var aside = Path.Combine(product.DataFolder, database + ".corrupt-20200101080000");
        await File.WriteAllTextAsync(aside, "x");
        File.SetLastWriteTimeUtc(aside, DateTime.UnixEpoch);

        foreach (var store in new IExpiringStore[] { product.Get<ConversationStore>(), product.Get<FeedbackStore>(), product.Get<TraceStore>() })
        {
            await store.SweepAsync(CancellationToken.None);
        }

        File.Exists(aside).Should().BeFalse();
    }

    private async Task<ExpirySweep<StoreDouble>> StartAsync(StoreDouble store)
    {
        var sweep = new ExpirySweep<StoreDouble>(store, _time, _log);
        await sweep.StartAsync(CancellationToken.None);
        await store.NextAsync();
        return sweep;
    }

    /// <summary>A store whose sweeps end one after the other as a test says.</summary>
    private sealed class StoreDouble(params Func<int>[] sweeps) : IExpiringStore
    {
        private int _sweeps;

        public SemaphoreSlim Swept { get; } = new(0);

        public async Task NextAsync() => (await Swept.WaitAsync(Patience)).Should().BeTrue();

        public Task<int> SweepAsync(CancellationToken cancellationToken)
        {
            Swept.Release();
            return Task.FromResult(sweeps[_sweeps++]());
        }
    }
}
