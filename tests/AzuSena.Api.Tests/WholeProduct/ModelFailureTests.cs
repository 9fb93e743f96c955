using AzuSena.Api.Tests.WholeProduct.Support;
using AzuSena.Testing;
using AzuSena.Testing.Models;

namespace AzuSena.Api.Tests.WholeProduct;

/// <summary>The model fails in each of its ways under a burst of questions over every way in, and comes back.</summary>
public sealed class ModelFailureTests
{
    private const string Question = "¿Qué es SENNOVA?";

    private static readonly string[] Codes = ["model_unavailable", "model_timeout", "model_busy"];

    private static readonly Dictionary<string, Func<ModelScript>> Failures = new(StringComparer.Ordinal)
    {
        ["is overloaded"] = () => ModelScript.Refuse(503, "server busy, please try again"),
        ["crashes while loading"] = () => ModelScript.Refuse(500, "llama runner process has terminated"),
        ["takes no more"] = () => ModelScript.Refuse(429, "too many requests"),
        ["dies before a word"] = () => new ModelScript().Die(),
        ["dies in a sentence"] = () => ModelScript.Of("SENNOVA", " es").Die(),
        ["says that it fails"] = () => ModelScript.Of("SENNOVA").Fail("an error was encountered while running the model"),
        ["ends without its end"] = () => ModelScript.Of("SENNOVA", " es").End(),
        ["sends rubbish"] = () => new ModelScript().Raw("<html>502</html>\n").End(),
        ["says nothing"] = () => ModelScript.Of(),
        ["hangs"] = () => new ModelScript().Stall(),
        ["hangs in a sentence"] = () => ModelScript.Of("SENNOVA", " es").Stall(),
    };

    [MiniLmFact(withApertium: true)]
    public async Task Model_FailsInEachOfItsWays_CostsNoAnswerItsCodeAndComesBack()
    {
        var failing = (Func<ModelScript>?)null;
        await using var product = await UserProduct.StartAsync(
            UserProduct.Model, request =>
                failing?.Invoke() ?? PlayingModel.Play(request), copyOf: null, "--Llm:FirstTokenSeconds=1", "--Llm:BetweenTokensSeconds=1");
        foreach (var (name, script) in Failures)
        {
            failing = script;
            foreach (var outcome in await BurstAsync(product))
            {
                (outcome.Code ?? "").Should().BeOneOf(["", .. Codes], $"the model {name}");
            }

            failing = null;
            // On a busy machine a second may pass before its first token, which is another failure.
            await Eventually.TrueAsync(async () => (await WayIn.Text.AskAsync(product, Question, null)).Mode == UserProduct.Model);
        }

        product.Log.ShouldBeQuiet("AzuSena.Models");
    }

    [MiniLmFact(withApertium: true)]
    public async Task Model_ServerIsKilledAndStartedAgain_AnswersByItselfAgain()
    {
        await using var product = await UserProduct.StartAsync(UserProduct.Model);
        for (var time = 0; time < 2; time++)
        {
            await product.Server.StopAsync();
            foreach (var outcome in await BurstAsync(product))
            {
                (outcome.Code ?? "").Should().BeOneOf(["", .. Codes]);
            }

            await product.Server.StartAsync();
            await product.Api.UntilAnsweringByAsync(UserProduct.Model);
            (await WayIn.Stream.AskAsync(product, Question, null)).Mode.Should().Be(UserProduct.Model);
        }

        product.Log.ShouldBeQuiet("AzuSena.Models");
    }

    private static Task<Outcome[]> BurstAsync(UserProduct product) =>
        Task.WhenAll(Enumerable.Range(0, 2).SelectMany(_ => WayIn.All).Select(way => way.AskAsync(product, Question, null)));
}
