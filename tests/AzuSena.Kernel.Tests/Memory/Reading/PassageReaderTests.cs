using AzuSena.Memory.Translation;
using AzuSena.Passages;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Memory.Reading;

public sealed class PassageReaderTests
{
    private static readonly Passage Passage = Samples.Passage("Sí. No. Sí sí.");

    [Fact]
    public async Task Read_NoUnits_IsNotNeeded()
    {
        using var product = new ReaderProduct();

        (await product.Reader.ReadAsync("¿Sí?", [], CancellationToken.None)).Outcome.Should().Be(ReadingOutcome.NotNeeded);
    }

    [ApertiumFact]
    public async Task Read_Units_GivesTheLogOfTheSumOfTheirTokensOdds()
    {
        using var product = await ReadyAsync();

        var reading = await ReadAsync(product, Passage, 1);

        reading.Outcome.Should().Be(ReadingOutcome.Read);
        reading.Windows.Should().Be(1, "the window around the second unit holds its neighbours");
        reading.Units.Keys.Should().BeEquivalentTo([(Passage.Id, 0), (Passage.Id, 1), (Passage.Id, 2)]);
        reading.Units[(Passage.Id, 0)].Should().BeApproximately(LogSum(2, 0), 1e-4f);
        reading.Units[(Passage.Id, 1)].Should().BeApproximately(LogSum(-3, 0), 1e-4f);
    }

    [ApertiumFact]
    public async Task Read_PassageWithoutEnglish_IsNotReadAtAll()
    {
        using var product = await ReadyAsync();
        var later = Samples.Passage("Tal vez.", path: "b.md");

        var reading = await product.Reader.ReadAsync("¿Sí?", [new UnitToRead(Passage, 0), new UnitToRead(later, 0)], CancellationToken.None);

        reading.Outcome.Should().Be(ReadingOutcome.NotReady);
        reading.Units.Should().BeEmpty();
    }

    [ApertiumFact]
    public async Task Read_TranslatorThatHangs_EndsAtTheTimeLimit()
    {
        var time = new FakeTimeProvider();
        using var product = await ReadyAsync(time);
        product.Reader.Served = product.Reader.Served! with { Translator = new Hanging(() => time.Advance(TimeSpan.FromSeconds(2))) };

        (await ReadAsync(product, Passage, 0)).Outcome.Should().Be(ReadingOutcome.Slow);
    }

    [ApertiumFact]
    public async Task Read_TranslatorThatFails_SaysSo()
    {
        using var product = await ReadyAsync();
        product.Reader.Served = product.Reader.Served! with { Translator = new Hanging(() => throw new TranslationException("broken")) };

        (await ReadAsync(product, Passage, 0)).Outcome.Should().Be(ReadingOutcome.Failed);
    }

    [ApertiumFact]
    public async Task Read_Cancelled_Stops()
    {
        using var product = await ReadyAsync();
        using var stop = new CancellationTokenSource();
        product.Reader.Served = product.Reader.Served! with { Translator = new Hanging(stop.Cancel) };

        var read = () => product.Reader.ReadAsync("¿Sí?", [new UnitToRead(Passage, 0)], stop.Token);

        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    [ApertiumFact]
    public async Task Read_AllTurnsTaken_IsBusyAndReadsAgainAfterwards()
    {
        var time = new FakeTimeProvider();
        using var product = await ReadyAsync(time);
        var (ready, release) = (product.Reader.Served!, new TaskCompletionSource());
        var started = new SemaphoreSlim(0);
        product.Reader.Served = ready with { Translator = new Waiting(started, release.Task) };
        var others = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => ReadAsync(product, Passage, 0)).ToArray();
        foreach (var _ in others)
        {
            await started.WaitAsync();
        }

        var late = ReadAsync(product, Passage, 0);
        time.Advance(TimeSpan.FromMilliseconds(1001));

        (await late).Outcome.Should().Be(ReadingOutcome.Busy);
        release.SetResult();
        await Task.WhenAll(others);
        product.Reader.Served = ready;
        (await ReadAsync(product, Passage, 0)).Outcome.Should().Be(ReadingOutcome.Read);
    }

    private static async Task<ReaderProduct> ReadyAsync(TimeProvider? time = null)
    {
        var product = new ReaderProduct(time: time);
        product.Store.Fill(Passage);
        await product.RefreshAsync();
        product.Reader.Status.State.Should().Be("ready");
        return product;
    }

    private static Task<PassageReading> ReadAsync(ReaderProduct product, Passage passage, int unit) =>
        product.Reader.ReadAsync("¿Sí?", [new UnitToRead(passage, unit)], CancellationToken.None);

    // "Yes." is two tokens: the word, and an unknown full stop with log odds 0.
    private static float LogSum(params float[] values) => MathF.Log(values.Sum(MathF.Exp));

    private sealed class Hanging(Action onCall) : ITranslator
    {
        public async Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
        {
            onCall();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return texts;
        }
    }

    private sealed class Waiting(SemaphoreSlim started, Task release) : ITranslator
    {
        public async Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
        {
            started.Release();
            await release;
            return texts;
        }
    }
}
