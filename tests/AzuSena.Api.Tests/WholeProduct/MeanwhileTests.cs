using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Api.Tests.WholeProduct.Support;
using AzuSena.Memory.Indexing;
using AzuSena.Testing;
using AzuSena.Testing.Ollama;

namespace AzuSena.Api.Tests.WholeProduct;

/// <summary>Questions over every way in, while something else goes on.</summary>
public sealed class MeanwhileTests
{
    private const string Embedder = "bge-m3";
    private const int Rounds = 3;

    [MiniLmFact(withApertium: true)]
    public async Task Ask_WhileTheCorpusIsIndexedAgain_EachHasItsAnswerAndItsTrace()
    {
        await using var product = await UserProduct.StartAsync(UserProduct.Model, PlayingModel.Play, copyOf: UserProduct.WholeCorpus);
        for (var round = 0; round < Rounds; round++)
        {
            File.WriteAllText(
                Path.Combine(product.Corpus, "entidad", $"aviso-{round}.md"),
                $"---\ntitulo: Aviso número {round}\nfuente: SENA\n---\nEl aviso número {round} se publica en la cartelera de la sede principal.\n");
            var indexing = product.Api.Get<CorpusIndexer>().RunAsync(progress: null, CancellationToken.None);
            await AskEverywhereAsync(product);
            (await indexing).Indexed.Should().Be(1);
        }

        (await WayIn.Text.AskAsync(product, $"¿Dónde se publica el aviso número {Rounds - 1}?", null)).Response.Should().Contain("cartelera");
        product.Log.ShouldBeQuiet();
    }

    [MiniLmFact(withApertium: true)]
    public async Task Ask_WhileTheEmbedderChangesAndChangesBack_EachHasItsAnswerAndItsTrace()
    {
        await using var product = await UserProduct.StartAsync(UserProduct.Model, "--Embedding:RecheckSeconds=1");
        product.Server.Embed = text => [.. Enumerable.Range(1, 8).Select(n => (float)((text.Length * n % 7) + 1))];
        var models = product.Server.Models;
        foreach (var (there, embedder) in new[] { (true, Embedder), (false, "MiniLM") })
        {
            product.Server.Models = there ? [.. models, OllamaModel.MiniLm with { Name = Embedder + ":latest" }] : models;
            await AskEverywhereAsync(product);
            await product.Api.UntilVectorsAsync(embedder);
            await AskEverywhereAsync(product);
        }

        product.Log.ShouldBeQuiet();
    }

    [MiniLmFact(withApertium: true)]
    public async Task Restart_InTheMiddleOfAConversation_GoesOnWhereItWas()
    {
        await using var first = await UserProduct.StartAsync(UserProduct.Model);
        var conversation = await first.Client.BeginConversationAsync();
        var before = await WayIn.Hub.AskAsync(first, "¿Qué es la etapa productiva?", conversation);

        await using var second = await first.RestartAsync(UserProduct.Model);
        var after = await WayIn.Stream.AskAsync(second, "¿y cuánto dura?", conversation);

        after.Code.Should().BeNull();
        var kept = JsonSerializer.Deserialize<JsonElement>(await second.Client.GetStringAsync($"/azusena_api/conversations/{conversation}"));
        kept.GetProperty("turns").EnumerateArray().Select(turn => turn.Text("answer")).Should().Equal(before.Response, after.Response);
        (await second.TraceAsync(before.QuestionId!)).GetProperty("answer").GetProperty("response").Text("text").Should().Be(before.Response);
        first.Log.ShouldBeQuiet();
        second.Log.ShouldBeQuiet();
    }

    private static async Task AskEverywhereAsync(UserProduct product)
    {
        var outcomes = await Task.WhenAll(WayIn.All.Zip(SampleQuestions.All, (way, question) => way.AskAsync(product, question, null)));
        foreach (var outcome in outcomes)
        {
            outcome.Code.Should().BeNull();
            (await product.TraceAsync(outcome.QuestionId!)).GetProperty("answer").GetProperty("response").Text("text").Should().Be(outcome.Response);
        }
    }
}
