using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Conversations.Titles;
using AzuSena.Support;
using AzuSena.Testing;
using AzuSena.Testing.Models;
using Microsoft.Extensions.Hosting;

namespace AzuSena.Answering.Generation;

/// <summary>Conversations with a model.</summary>
public sealed class ModelConversationTests
{
    private const string First = "¿Qué es el contrato de aprendizaje?";
    private const string FollowUp = "¿y cuánto dura?";

    [Fact]
    public async Task Ask_FollowUp_IsRewrittenByThePromptAndSearched()
    {
        await using var product = await ModelProduct.StartAsync(Script("¿Cuánto dura el contrato de aprendizaje?"));
        var conversation = await product.BeginConversationAsync();
        await product.AskAsync(First, conversation);

        var events = await product.AskAsync(FollowUp, conversation);

        events.OfType<QuestionRewritten>().Should().Equal(new QuestionRewritten("¿Cuánto dura el contrato de aprendizaje?"));
        events.OfType<PassagesRetrieved>().Single().Passages[0].Title.Should().Be("Contrato de aprendizaje");
        product.Server.Requests.Should().HaveCount(3);
        product.Server.Requests[1].LastQuestion.Should().Contain("Persona: " + First).And.EndWith(FollowUp);
        product.Server.Requests[2].LastQuestion.Should().Contain("Pregunta: ¿Cuánto dura el contrato de aprendizaje?");
        product.TurnsOf(conversation)[1].Should().BeEquivalentTo(
            new { Question = FollowUp, StandaloneQuestion = "¿Cuánto dura el contrato de aprendizaje?", Mode = "ollama:mistral:7b" });
    }

    [Fact]
    public async Task Ask_RewriteThatCannotBeUsed_GivesWayToTheRule()
    {
        await using var product = await ModelProduct.StartAsync(Script("Dura tres años y cuesta 5000 pesos."));
        var conversation = await product.BeginConversationAsync();
        await product.AskAsync(First, conversation);

        var events = await product.AskAsync(FollowUp, conversation);

        events.OfType<QuestionRewritten>().Single().Question.Should().StartWith(FollowUp).And.Contain("contrato");
    }

    [Fact]
    public async Task Ask_FirstQuestion_IsNotRewritten()
    {
        await using var product = await ModelProduct.StartAsync(Script("¿Otra cosa?"));

        (await product.AskAsync(First, await product.BeginConversationAsync())).Should().NotContain(it => it is QuestionRewritten);

        product.Server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Ask_Cancelled_LeavesNoTurnAndLetsTheNextIn()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Uno").Stall());
        var conversation = await product.BeginConversationAsync();
        using var leaving = new CancellationTokenSource();
        var asking = product.Product.Get<AnswerService>().AskAsync(Question.Create(First, conversationId: conversation), leaving.Token).ToAnswerAsync();
        var request = await product.Server.NextRequestAsync();

        await leaving.CancelAsync();

        await asking.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        await request.ClientLeft;
        product.TurnsOf(conversation).Should().BeEmpty();
        product.Product.Get<ConversationGate>().BusyCount.Should().Be(0);
    }

    [Fact]
    public async Task Title_FirstAnswerOfAModel_IsNamedBehindIt()
    {
        var titled = new TaskCompletionSource();
        await using var product = await ModelProduct.StartAsync(request => IsTitle(request)
            ? new ModelScript().Wait(titled.Task).Text("«Contrato de aprendizaje en la empresa».")
            : ModelScript.Of("Un contrato [1]."));
        var writing = product.Product.Get<IEnumerable<IHostedService>>().OfType<TitleWriting>().Single();
        await writing.StartAsync(CancellationToken.None);
        var conversation = await product.BeginConversationAsync();

        ModelAnswerTests.Completed(await product.AskAsync(First, conversation)).Response.Should().Be("Un contrato [1].");
        ModelRequest naming;
        do
        {
            naming = await product.Server.NextRequestAsync();
        }
        while (!IsTitle(naming));
        var store = product.Product.Get<ConversationStore>();
        store.Read(conversation, owner: null).Title.Should().Be(First, "the model is not done with the title");
        titled.SetResult();
        await naming.Ended;
        await Eventually.TrueAsync(() => store.Read(conversation, owner: null).Title == "Contrato de aprendizaje en la empresa");

        await product.AskAsync(First, conversation);
        product.Server.Requests.Count(IsTitle).Should().Be(1);
        await writing.StopAsync(CancellationToken.None);
    }

    private static bool IsTitle(ModelRequest request) => request.Messages[0].Contains("Pones títulos");

    private static Func<ModelRequest, ModelScript> Script(string rewritten) => request =>
        request.Messages[0].Contains("Reescribes") ? ModelScript.Of(rewritten) : ModelScript.Of("Es un contrato laboral especial [1].");
}
