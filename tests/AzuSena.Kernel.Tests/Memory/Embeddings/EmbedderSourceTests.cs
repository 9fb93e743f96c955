using AzuSena.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Memory.Embeddings;

public sealed class EmbedderSourceTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly ProviderDouble _server = new("server");
    private readonly ProviderDouble _folder = new("folder");
    private readonly EmbedderSource _source;

    public EmbedderSourceTests() => _source = Create(_server, _folder);

    [Fact]
    public async Task Current_BothReady_IsTheFirstAndStays()
    {
        var (first, second) = (_server.Has("a"), _folder.Has("b"));

        (await CurrentAsync()).Should().BeSameAs(first);
        (await CurrentAsync()).Should().BeSameAs(first).And.NotBeSameAs(second);
        _source.WhyNone.Should().BeNull();
    }

    [Fact]
    public async Task Current_NoneReady_IsNullAndSaysWhy()
    {
        (await CurrentAsync()).Should().BeNull();

        _source.WhyNone.Should().Contain("server: not there").And.Contain("folder: not there");
    }

    [Fact]
    public async Task Current_NoProvider_SaysThatNoneIsWanted()
    {
        await using var source = Create();

        (await source.CurrentAsync(CancellationToken.None)).Should().BeNull();
        source.WhyNone.Should().Contain("none");
    }

    [Fact]
    public async Task Current_BetweenChecks_AsksNobody()
    {
        _server.Has("a");
        await CurrentAsync();

        for (var call = 0; call < 10; call++)
        {
            await _source.CurrentAsync(CancellationToken.None);
        }

        _server.Probes.Should().Be(1);
    }

    [Fact]
    public async Task Current_NothingYet_IsTakenAtTheNextCheck()
    {
        await CurrentAsync();
        var installed = _folder.Has("b");

        (await CurrentAsync()).Should().BeNull("the call does not wait for the check that it starts");
        (await CurrentAsync()).Should().BeSameAs(installed);
        _source.WhyNone.Should().BeNull();
    }

    [Fact]
    public async Task Current_OneFailedProbe_ChangesNothing()
    {
        var server = _server.Has("a");
        _folder.Has("b");
        await CurrentAsync();
        _server.HasNone();
        await CheckAsync(times: EmbedderSource.Patience - 1);
        _server.Has("a", server);
        await CheckAsync(times: 1);
        _server.HasNone();
        await CheckAsync(times: EmbedderSource.Patience - 1);

        (await _source.CurrentAsync(CancellationToken.None)).Should().BeSameAs(server);
    }

    [Fact]
    public async Task Current_ThreeFailedProbesInARow_GiveWayToTheNextAndThenToNone()
    {
        _server.Has("a");
        var folder = _folder.Has("b");
        await CurrentAsync();
        _server.HasNone();
        await CheckAsync(EmbedderSource.Patience);

        (await _source.CurrentAsync(CancellationToken.None)).Should().BeSameAs(folder);

        _folder.HasNone();
        await CheckAsync(EmbedderSource.Patience);

        (await _source.CurrentAsync(CancellationToken.None)).Should().BeNull();
        _source.WhyNone.Should().Contain("folder");
    }

    [Fact]
    public async Task Current_BetterOneThatComesAndGoes_IsNotTakenBeforeItStays()
    {
        var folder = _folder.Has("b");
        await CurrentAsync();
        var server = _server.Has("a");
        await CheckAsync(EmbedderSource.Patience - 1);
        _server.HasNone();
        await CheckAsync(1);
        _server.Has("a", server);
        await CheckAsync(EmbedderSource.Patience - 1);
        (await _source.CurrentAsync(CancellationToken.None)).Should().BeSameAs(folder);

        await CheckAsync(1);

        (await _source.CurrentAsync(CancellationToken.None)).Should().BeSameAs(server);
    }

    [Fact]
    public async Task Current_ModelPulledAgain_IsLoadedAgain()
    {
        _server.Has("a");
        await CurrentAsync();
        var pulled = _server.Has("a2");
        await CheckAsync(1);

        (await _source.CurrentAsync(CancellationToken.None)).Should().BeSameAs(pulled);
    }

    [Fact]
    public async Task Current_ModelPulledAgainAndBroken_KeepsWhatServed()
    {
        var server = _server.Has("a");
        _folder.Has("b");
        await CurrentAsync();
        _server.HasBroken("a2");
        await CheckAsync(EmbedderSource.Patience + 1);

        (await _source.CurrentAsync(CancellationToken.None)).Should().BeSameAs(server);
    }

    [Fact]
    public async Task Current_FirstIsBroken_IsTheNextOne()
    {
        _server.HasBroken("a");
        var folder = _folder.Has("b");

        (await CurrentAsync()).Should().BeSameAs(folder);
    }

    [Fact]
    public async Task Current_ProbeThatHangs_WaitsNoLongerThanItsLimitAndGoesOn()
    {
        _server.Hangs();
        var folder = _folder.Has("b");
        var asking = _source.CurrentAsync(CancellationToken.None).AsTask();
        await _server.Probing;
        asking.IsCompleted.Should().BeFalse();

        _time.Advance(TimeSpan.FromSeconds(5));

        await asking;
        await _source.Check;
        (await _source.CurrentAsync(CancellationToken.None)).Should().BeSameAs(folder);
    }

    [Fact]
    public async Task Current_Cancelled_LeavesTheCheckToTheOthers()
    {
        _server.Hangs();
        using var caller = new CancellationTokenSource();
        var asking = _source.CurrentAsync(caller.Token).AsTask();
        await _server.Probing;
        await caller.CancelAsync();

        await FluentActions.Awaiting(() => asking).Should().ThrowAsync<OperationCanceledException>();
        _source.Check.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Current_ManyAtOnce_ProbeOnce()
    {
        var server = _server.Has("a");

        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _source.CurrentAsync(CancellationToken.None).AsTask())));

        found.Should().OnlyContain(embedder => ReferenceEquals(embedder, server));
        _server.Probes.Should().Be(1);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _source.DisposeAsync().AsTask();

    private EmbedderSource Create(params IEmbedderProvider[] providers) =>
        new(providers, Options.Create(new EmbeddingOptions { ProbeSeconds = 5, RecheckSeconds = 30 }), _time, NullLogger<EmbedderSource>.Instance);

    private async Task CheckAsync(int times)
    {
        for (var check = 0; check < times; check++)
        {
            await CurrentAsync();
        }
    }

    // What a call finds when the last check is old; the check that it starts is over when this returns.
    private async Task<Embedder?> CurrentAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(31));
        var found = await _source.CurrentAsync(CancellationToken.None);
        await _source.Check;
        return found;
    }

    private sealed class ProviderDouble(string name) : IEmbedderProvider
    {
        private readonly TaskCompletionSource _probing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Func<CancellationToken, Task<EmbedderOffer>> _probe = _ => Task.FromResult(EmbedderOffer.None("not there"));

        public string Name => name;

        public int Probes { get; private set; }

        public Task Probing => _probing.Task;

        public Embedder Has(string key, Embedder? embedder = null)
        {
            embedder ??= new(new EmbeddingGeneratorDouble(), new EmbeddingFingerprint(name, key, EmbeddingGeneratorDouble.Dimension), 0.5);
            _probe = _ => Task.FromResult(EmbedderOffer.Of(key, _ => Task.FromResult(embedder)));
            return embedder;
        }

        public void HasBroken(string key) => _probe = _ => Task.FromResult(EmbedderOffer.Of(key, _ => throw new EmbeddingException("broken")));

        public void HasNone() => _probe = _ => Task.FromResult(EmbedderOffer.None("not there"));

        public void Hangs() => _probe = async cancellationToken =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("Unreachable.");
        };

        public Task<EmbedderOffer> ProbeAsync(CancellationToken cancellationToken)
        {
            Probes++;
            var probe = _probe(cancellationToken);
            _probing.TrySetResult();
            return probe;
        }
    }
}
