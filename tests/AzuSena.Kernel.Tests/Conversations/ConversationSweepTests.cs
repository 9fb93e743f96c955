using AzuSena.Conversations;
using AzuSena.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AzuSena.Tests.Conversations;

public sealed class ConversationSweepTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Conversing _conversing = new();

    [Fact]
    public async Task ExecuteAsync_AtStartAndEveryHour_RemovesWhatHasExpired()
    {
        var swept = new LogSignal();
        using var sweep = new ConversationSweep(_conversing.Store, _conversing.Time, swept);
        await _conversing.CreateAsync();
        _conversing.Time.Advance(TimeSpan.FromDays(1));

        await sweep.StartAsync(CancellationToken.None);
        await swept.NextAsync();
        await _conversing.CreateAsync();
        _conversing.Time.Advance(TimeSpan.FromDays(1));
        await swept.NextAsync();
        await sweep.StopAsync(CancellationToken.None);

        (await _conversing.Store.SweepAsync(CancellationToken.None)).Should().Be(0);
    }

    [Fact]
    public async Task ExecuteAsync_StoreUnavailable_TriesAgainAnHourLater()
    {
        Directory.CreateDirectory(_conversing.Database);
        var log = new LogSignal();
        using var sweep = new ConversationSweep(_conversing.Store, _conversing.Time, log);

        await sweep.StartAsync(CancellationToken.None);
        await log.NextAsync();
        _conversing.Time.Advance(ConversationSweep.Period);
        await log.NextAsync();
        await sweep.StopAsync(CancellationToken.None);

        Directory.Delete(_conversing.Database);
    }

    [Fact]
    public async Task AddConversations_Product_RunsTheSweep()
    {
        using var corpus = new TemporaryFolder();
        await using var product = new TestProduct(corpus.Path);

        product.Get<IEnumerable<IHostedService>>().Should().ContainSingle(service => service is ConversationSweep);
    }

    [Theory]
    [InlineData("Conversations:RetentionDays", "0", "Conversations__RetentionDays")]
    [InlineData("Conversations:MaxTurns", "0", "Conversations__MaxTurns")]
    [InlineData("Conversations:PromptTurns", "51", "Conversations__PromptTurns")]
    [InlineData("Conversations:PromptCharacters", "199", "Conversations__PromptCharacters")]
    public async Task Options_OutOfRange_NameTheVariable(string key, string value, string variable)
    {
        using var corpus = new TemporaryFolder();
        await using var product = new TestProduct(corpus.Path, settings: (key, value));

        product.Invoking(it => it.Get<ConversationStore>()).Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage($"*{variable}*");
    }

    public void Dispose() => _conversing.Dispose();

    /// <summary>Tells of each line that the sweep logs: one that removed something, or could not.</summary>
    private sealed class LogSignal : ILogger<ConversationSweep>
    {
        private readonly SemaphoreSlim _lines = new(0);

        public async Task NextAsync() => (await _lines.WaitAsync(Patience)).Should().BeTrue();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Release();
    }
}
