using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Api.Tests.WholeProduct.Support;
using AzuSena.Testing;
using AzuSena.Testing.Models;

namespace AzuSena.Api.Tests.WholeProduct;

/// <summary>The wire is cut in the middle of resumable answers, at every event, with everything on.</summary>
public sealed class CutWireTests
{
    private const string First = "¿Qué es la etapa productiva?";
    private const string FollowUp = "¿y cuánto dura?";

    [MiniLmFact(withApertium: true)]
    public async Task Resume_WireCutAtEveryEvent_GivesTheWholeAnswerOnce()
    {
        await using var product = await UserProduct.StartAsync(UserProduct.Model);
        foreach (var way in CutAsker.Ways)
        {
            var length = int.MaxValue;
            for (var cut = 1; cut <= length; cut++)
            {
                var conversation = await BeginAsync(product);
                var events = await CutAsker.AskAsync(product, way, FollowUp, conversation, cut);
                length = events.Count;
                await ShouldBeWholeAndKeptAsync(product, events, conversation, $"{way} cut after event {cut}");
            }
        }

        product.Log.ShouldBeQuiet();
    }

    [MiniLmFact(withApertium: true)]
    public async Task Resume_WireCutWhileTheModelIsStillNeeded_GivesTheWholeAnswerOnce()
    {
        using var gates = new ModelGates();
        await using var product = await UserProduct.StartAsync(UserProduct.Model, request => gates.Hold(PlayingModel.Play(request)), copyOf: null);
        foreach (var way in CutAsker.Ways)
        {
            var conversation = await BeginAsync(product);
            gates.Close();
            var events = await CutAsker.AskAsync(product, way, FollowUp, conversation, cutAfter: 1, gates.Open);
            await ShouldBeWholeAndKeptAsync(product, events, conversation, way);
            events.Select(step => step.Text("type")).Should().Contain("sentence_grounded");
        }

        product.Log.ShouldBeQuiet();
    }

    private static async Task<string> BeginAsync(UserProduct product)
    {
        var conversation = await product.Client.BeginConversationAsync();
        (await WayIn.Text.AskAsync(product, First, conversation)).Code.Should().BeNull();
        return conversation;
    }

    private static async Task ShouldBeWholeAndKeptAsync(UserProduct product, List<JsonElement> events, string conversation, string because)
    {
        var outcome = Outcome.OfEvents(events);
        outcome.Code.Should().BeNull(because);
        var kept = JsonSerializer.Deserialize<JsonElement>(await product.Client.GetStringAsync($"/azusena_api/conversations/{conversation}"));
        kept.GetProperty("turns").EnumerateArray().Last().Text("answer").Should().Be(outcome.Response, because);
        (await product.TraceAsync(outcome.QuestionId!)).GetProperty("answer").GetProperty("response").Text("text").Should().Be(outcome.Response, because);
    }

    /// <summary>Holds the model's replies while it is closed.</summary>
    private sealed class ModelGates : IDisposable
    {
        private readonly ManualResetEventSlim _open = new(initialState: true);
        private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Close()
        {
            _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _open.Reset();
        }

        public void Open()
        {
            _open.Set();
            _opened.TrySetResult();
        }

        public ModelScript Hold(ModelScript script) => _open.IsSet ? script : new ModelScript().Wait(_opened.Task).Then(script);

        public void Dispose() => _open.Dispose();
    }
}
