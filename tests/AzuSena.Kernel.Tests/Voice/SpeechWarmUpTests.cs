using AzuSena.Testing;
using AzuSena.Testing.Voice;
using AzuSena.Voice.Transcribing;

namespace AzuSena.Voice;

public sealed class SpeechWarmUpTests(IndexedCorpus corpus) : IClassFixture<IndexedCorpus>
{
    [Fact]
    public async Task RunAsync_ModelThatHears_HearsASentenceInTheServicesLanguage()
    {
        using var model = new SpeechDouble { Otherwise = "¿Qué es la etapa productiva?" };

        await corpus.Product.Get<SpeechWarmUp>().RunAsync(model, CancellationToken.None);

        (model.Calls, model.Language).Should().Be((2, "es"));
    }

    [Fact]
    public async Task RunAsync_ModelThatHearsNothing_DoesNotFail()
    {
        using var model = new SpeechDouble { Otherwise = "" };

        var run = () => corpus.Product.Get<SpeechWarmUp>().RunAsync(model, CancellationToken.None);

        await run.Should().NotThrowAsync();
    }

    [Fact]
    public async Task RunAsync_ServiceThatStops_Ends()
    {
        using var model = new SpeechDouble { IsHeld = true };
        using var stopping = new CancellationTokenSource();
        var running = corpus.Product.Get<SpeechWarmUp>().RunAsync(model, stopping.Token);
        await model.Held;

        await stopping.CancelAsync();

        await FluentActions.Awaiting(() => running).Should().ThrowAsync<OperationCanceledException>();
    }
}
