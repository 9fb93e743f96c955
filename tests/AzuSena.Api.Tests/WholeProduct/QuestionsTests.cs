using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Api.Tests.WholeProduct.Support;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.WholeProduct;

/// <summary>A hundred questions and twenty dialogues over every way in, with everything on.</summary>
public sealed class QuestionsTests
{
    private const int Questions = 100;
    private const int Dialogues = 20;

    [MiniLmFact(withApertium: true)]
    public Task Ask_HundredQuestionsWithAModel_EachHasItsAnswerAndItsTrace() => AskAllAsync(UserProduct.Model);

    [MiniLmFact(withApertium: true)]
    public Task Ask_HundredQuestionsWithoutAModel_EachHasItsAnswerAndItsTrace() => AskAllAsync(UserProduct.WithoutModel);

    [MiniLmFact(withApertium: true)]
    public Task Ask_TwentyDialoguesWithAModel_EachTurnIsKeptAsItWasTold() => ConverseAsync(UserProduct.Model);

    [MiniLmFact(withApertium: true)]
    public Task Ask_TwentyDialoguesWithoutAModel_EachTurnIsKeptAsItWasTold() => ConverseAsync(UserProduct.WithoutModel);

    private static async Task AskAllAsync(string mode)
    {
        await using var product = await UserProduct.StartAsync(mode);
        await Parallel.ForEachAsync(
            EvaluationQuestions.Take(Questions).Index(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (asked, cancellationToken) =>
        {
            var way = WayIn.All[asked.Index % WayIn.All.Length];
            var outcome = await way.AskAsync(product, asked.Item, null);
            outcome.Code.Should().BeNull($"«{asked.Item}» over {way}");
            outcome.Mode.Should().Be(mode, $"«{asked.Item}» over {way}");
            outcome.Response.Should().NotBeNullOrWhiteSpace();
            var trace = await product.TraceAsync(outcome.QuestionId!);
            trace.GetProperty("answer").GetProperty("response").Text("text").Should().Be(outcome.Response);
        });
        product.Log.ShouldBeQuiet();
    }

    private static async Task ConverseAsync(string mode)
    {
        await using var product = await UserProduct.StartAsync(mode);
        await Parallel.ForEachAsync(
            EvaluationQuestions.Dialogues(Dialogues).Index(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (dialogue, cancellationToken) =>
        {
            var way = WayIn.All[dialogue.Index % WayIn.All.Length];
            var conversation = await product.Client.BeginConversationAsync();
            var told = new List<string>();
            foreach (var question in dialogue.Item)
            {
                var outcome = await way.AskAsync(product, question, conversation);
                outcome.Code.Should().BeNull($"«{question}» over {way}");
                told.Add(outcome.Response);
                await product.TraceAsync(outcome.QuestionId!);
            }

            var kept = JsonSerializer.Deserialize<JsonElement>(
                await product.Client.GetStringAsync($"/azusena_api/conversations/{conversation}", cancellationToken));
            kept.GetProperty("turns").EnumerateArray().Select(turn => turn.Text("answer")).Should().Equal(told);
        });
        product.Log.ShouldBeQuiet();
    }
}
