using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Answering;

/// <summary>How an answer ends that is not finished: by the clock, by a fault, or by the one who asked.</summary>
public sealed class AnswerServiceFailureTests : IDisposable
{
    private static readonly Question Asked = Question.Create("¿Cuánto dura el contrato de aprendizaje?");

    private readonly TemporaryFolder _corpus = TestCorpus.Create();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task AskAsync_ComposerTakesTooLong_FailsWithTimeout()
    {
        var composer = new ComposerDouble(ComposerDouble.Forever);
        await using var product = await IndexedAsync(composer);
        await using var events = product.Get<AnswerService>().AskAsync(Asked, CancellationToken.None).GetAsyncEnumerator();
        await UntilFirstTokenAsync(events);

        var next = events.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(6.9));
        next.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));

        (await next).Should().BeTrue();
        events.Current.Should().Be(new AnswerFailed("answer_timeout", ErrorCode.AnswerTimeout.Message()));
        (await events.MoveNextAsync()).Should().BeFalse();
        composer.Ended.Should().BeTrue();
    }

    [Fact]
    public async Task AskAsync_ComposerThatIgnoresItsToken_IsStoppedAtItsNextPiece()
    {
        await using var product = await IndexedAsync(new ComposerDouble(_ =>
        {
            _time.Advance(TimeSpan.FromSeconds(8));
            return Task.CompletedTask;
        }));

        var events = await AllAsync(product);

        events.OfType<AnswerToken>().Should().ContainSingle();
        events[^1].Should().BeOfType<AnswerFailed>().Which.Code.Should().Be("answer_timeout");
    }

    [Fact]
    public async Task AskAsync_ComposerThrows_FailsAsInternalWithoutTheExceptionsText()
    {
        await using var product = await IndexedAsync(new ComposerDouble(_ => throw new InvalidOperationException("secreto en /home")));

        var events = await AllAsync(product);

        events[^1].Should().Be(new AnswerFailed("internal", ErrorCode.Internal.Message()));
        events.Should().ContainSingle(it => it is AnswerFailed || it is AnswerCompleted);
        events.Should().NotContain(it => it.ToString()!.Contains("secreto"));
    }

    [Fact]
    public async Task AskAsync_ComposerThrowsAKnownError_FailsWithItsCodeAndText()
    {
        await using var product = await IndexedAsync(new ComposerDouble(_ => throw new AzuSenaException(ErrorCode.StoreUnavailable, "La carpeta.")));

        (await AllAsync(product))[^1].Should().Be(new AnswerFailed("store_unavailable", "La carpeta."));
    }

    [Fact]
    public async Task AskAsync_Cancelled_ThrowsAndStopsTheComposer()
    {
        var composer = new ComposerDouble(ComposerDouble.Forever);
        await using var product = await IndexedAsync(composer);
        using var cancellation = new CancellationTokenSource();
        await using var events = product.Get<AnswerService>().AskAsync(Asked, cancellation.Token).GetAsyncEnumerator(CancellationToken.None);
        await UntilFirstTokenAsync(events);

        var next = events.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        await next.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        composer.Ended.Should().BeTrue();
    }

    [Fact]
    public async Task AskAsync_Cancelled_IsLoggedOnceAndNotAsAnAnswer()
    {
        await using var product = await IndexedAsync(new ComposerDouble(ComposerDouble.Forever));
        using var cancellation = new CancellationTokenSource();
        await using var events = product.Get<AnswerService>().AskAsync(Asked, cancellation.Token).GetAsyncEnumerator(CancellationToken.None);
        await UntilFirstTokenAsync(events);

        var next = events.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        await next.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        var lines = product.Get<FakeLogCollector>().GetSnapshot().Where(line => line.Category == typeof(AnswerService).FullName).ToList();
        lines.Select(line => line.Id.Name).Should().Equal("Cancelled");
    }

    [Fact]
    public async Task AskAsync_CancelledBeforeTheSearch_Throws()
    {
        var composer = new ComposerDouble();
        await using var product = await IndexedAsync(composer);

        var asking = async () => await product.Get<AnswerService>().AskAsync(Asked, new CancellationToken(canceled: true)).ToAnswerAsync();

        await asking.Should().ThrowAsync<OperationCanceledException>();
        composer.Search.Should().BeNull();
    }

    [Fact]
    public async Task AskAsync_ReaderLeaves_StopsTheComposer()
    {
        var composer = new ComposerDouble(ComposerDouble.Forever);
        await using var product = await IndexedAsync(composer);

        await using (var events = product.Get<AnswerService>().AskAsync(Asked, CancellationToken.None).GetAsyncEnumerator())
        {
            await UntilFirstTokenAsync(events);
        }

        composer.Ended.Should().BeTrue();
    }

    public void Dispose() => _corpus.Dispose();

    private static async Task UntilFirstTokenAsync(IAsyncEnumerator<AnswerEvent> events)
    {
        do
        {
            (await events.MoveNextAsync()).Should().BeTrue();
        }
        while (events.Current is not AnswerToken);
    }

    private static async Task<List<AnswerEvent>> AllAsync(TestProduct product)
    {
        var events = new List<AnswerEvent>();
        await foreach (var @event in product.Get<AnswerService>().AskAsync(Asked, CancellationToken.None))
        {
            events.Add(@event);
        }

        return events;
    }

    private async Task<TestProduct> IndexedAsync(IAnswerComposer composer)
    {
        var product = new TestProduct(
            _corpus.Path,
            services => services.AddSingleton(composer).AddSingleton<TimeProvider>(_time).AddFakeLogging(),
            ("Answering:TimeoutSeconds", "7"));
        await product.IndexAsync();
        return product;
    }
}
