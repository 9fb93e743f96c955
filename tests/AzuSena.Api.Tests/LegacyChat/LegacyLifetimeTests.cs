using System.Diagnostics.Metrics;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.LegacyChat;

public sealed class LegacyLifetimeTests
{
    private const int Times = 100;

    [Theory]
    [InlineData("cut")]
    [InlineData("disconnect")]
    [InlineData("close packet")]
    public async Task Leave_HundredAnswers_NoTokenIsTakenAfterwards(string way)
    {
        // Half of them are left in a flood of tokens, half while nothing comes.
        await using var server = await OllamaDouble.RunAsync(request => request.LastQuestion.Contains("inundación")
            ? ModelScript.Of(Enumerable.Repeat("token ", 1_000_000))
            : ModelScript.Of("token ").Stall());
        await using var api = await ModelApi.StartAsync(server);
        long after = 0;
        var scope = api.Get<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, scope) && instrument.Name == "azusena.model.tokens_after_cancellation")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, measurement, _, _) => Interlocked.Add(ref after, measurement));
        listener.Start();

        for (var time = 0; time < Times; time++)
        {
            await using var client = await LegacyClient.ConnectAsync(api);
            await client.SendQueryAsync(ModelApi.Question + (time % 2 == 0 ? " inundación" : " silencio"));
            (await client.NextAsync()).Body.Text("chunk").Should().StartWith("token");
            if (way == "cut")
            {
                client.Leave();
            }
            else
            {
                await client.SendAsync(way == "disconnect" ? "41" : "1");
            }

            await (await server.NextRequestAsync()).ClientLeft.WaitAsync(TestApi.Patience);
        }

        Interlocked.Read(ref after).Should().Be(0);
        server.Requests.Should().HaveCount(Times);
    }

    [Fact]
    public async Task QueryText_HeldComposer_SendsWhatIsThereAtOnce()
    {
        var composer = new GatedComposer();
        await using var api = await StartAsync(composer);
        await using var client = await LegacyClient.ConnectAsync(api);
        await client.SendQueryAsync(ModelApi.Question);
        (await client.NextAsync()).Body.Text("chunk").Should().Be(GatedComposer.First);
        composer.Release();

        (await client.NextAsync()).Body.Text("chunk").Should().Be(GatedComposer.Second);
    }

    [Fact]
    public async Task QueryText_ComposerFails_IsAnErrorEventWithoutTheException()
    {
        await using var api = await StartAsync(new FailingComposer());
        await using var client = await LegacyClient.ConnectAsync(api);
        var said = await client.AskAsync(ModelApi.Question);

        said[0].Body.Text("chunk").Should().Be(FailingComposer.First);
        said[^1].Name.Should().Be("error");
        said[^1].Body.Text("code").Should().Be("internal");
        string.Concat(said).Should().NotContain(FailingComposer.Secret);
    }

    [Fact]
    public async Task Service_Stops_ClosesItsClientsAndCancelsTheirAnswers()
    {
        var composer = new GatedComposer();
        var api = await StartAsync(composer);
        await using var client = await LegacyClient.ConnectAsync(api);
        await client.SendQueryAsync(ModelApi.Question);
        await composer.Held;
        await api.DisposeAsync().AsTask().WaitAsync(TestApi.Patience);

        await composer.Cancelled;
    }

    private static Task<TestApi> StartAsync(IAnswerComposer composer) => TestApi.StartAsync(services => services.AddSingleton(composer));
}
