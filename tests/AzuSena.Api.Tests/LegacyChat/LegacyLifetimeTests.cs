using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.LegacyChat;

public sealed class LegacyLifetimeTests
{
    [Theory]
    [InlineData("cut")]
    [InlineData("disconnect")]
    [InlineData("close packet")]
    public Task Leave_HundredAnswers_NoTokenIsTakenAfterwards(string way) => LeftAnswers.ShouldEndTheModelsWorkAsync(async (api, question, asked) =>
    {
        await using var client = await LegacyClient.ConnectAsync(api);
        await client.SendQueryAsync(question);
        (await client.NextAsync()).Body.Text("chunk").Should().StartWith("el token");
        if (way == "cut")
        {
            client.Leave();
        }
        else
        {
            await client.SendAsync(way == "disconnect" ? "41" : "1");
        }

        // While the client is still there: what it said must be enough.
        await (await asked).ClientLeft.WaitAsync(TestApi.Patience);
    });

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
