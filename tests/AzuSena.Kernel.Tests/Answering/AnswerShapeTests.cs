using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Answering;

public sealed class AnswerShapeTests : IDisposable
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje, y qué presta la biblioteca?";

    private readonly TemporaryFolder _corpus = TestCorpus.Create();

    [Theory]
    [InlineData(Completeness.Complete)]
    [InlineData(Completeness.Partial)]
    public async Task AskAsync_ComposerThatShapesItsAnswer_IsTheSameInTheTurnAndTheTrace(Completeness completeness)
    {
        await using var product = await IndexedAsync(completeness);
        var conversations = product.Get<ConversationStore>();
        var conversation = (await conversations.CreateAsync(owner: null, CancellationToken.None)).Id;

        var answer = await product.Get<AnswerService>().AskAsync(Question.Create(Asked, conversationId: conversation), CancellationToken.None).ToAnswerAsync();

        answer.Completeness.Should().Be(completeness);
        answer.Lead.Should().EndWith(".");
        answer.Response.Should().StartWith($"{answer.Lead} [1]");
        answer.More.Should().NotBeEmpty();
        answer.More!.Should().OnlyContain(quote => !answer.Response.Contains(quote.Quote));
        conversations.Read(conversation, owner: null).Turns.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { answer.Completeness, answer.Lead, answer.More });
        await product.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        product.Get<TraceStore>().Find(answer.QuestionId)!.Answer!.Completeness.Should().Be(completeness);
    }

    public void Dispose() => _corpus.Dispose();

    private async Task<TestProduct> IndexedAsync(Completeness completeness)
    {
        var product = new TestProduct(
            _corpus.Path,
            services => services.AddSingleton<IAnswerComposer>(new ShortComposer(completeness)),
            ("Answering:AbstainBelow", "0"));
        await product.IndexAsync();
        return product;
    }
}
