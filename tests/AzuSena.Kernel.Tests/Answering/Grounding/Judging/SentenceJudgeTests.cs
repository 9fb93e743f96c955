using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Models;
using AzuSena.Prompts;
using AzuSena.Support;
using AzuSena.Testing.Models;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Grounding.Judging;

/// <summary>A model that is asked about sentences which share too few words with the passages.</summary>
public sealed class SentenceJudgeTests
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";
    private const string InOtherWords = "Ese vínculo formativo se prolonga por un trienio.";
    private const string Written = $"{InOtherWords} El contrato de aprendizaje dura cinco años [1]. El contrato de aprendizaje dura como máximo tres años [1].";

    [Fact]
    public async Task Ask_PassageHoldsItInOtherWords_IsSupportedAndTraced()
    {
        await using var product = await StartAsync("[1]");

        var events = await product.AskAsync(Asked);

        var grounding = Answered(events).Grounding!;
        grounding.Select(sentence => sentence.Support).Should().Equal(SentenceSupport.Supported, SentenceSupport.Partly, SentenceSupport.Supported);
        grounding[0].Citations.Should().ContainSingle().Which.Title.Should().Be("Contrato de aprendizaje");
        events.OfType<SentenceGrounded>().Where(step => step.Grounding.Start == 0).Select(step => step.Grounding.Support)
            .Should().Equal(SentenceSupport.Unsupported, SentenceSupport.Supported);

        // A changed number is nothing to ask about.
        product.Server.Requests.Should().HaveCount(2);
        product.Server.Requests[1].LastQuestion.Should().Contain($"Frase: {InOtherWords}").And.Contain("[1] Contrato de aprendizaje");
        (await TraceAsync(product, events)).Judgements.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Start = 0, Outcome = JudgeOutcome.Holds, Passage = 1 });
    }

    [Theory]
    [InlineData("no", JudgeOutcome.No)]
    [InlineData("[99]", JudgeOutcome.Failed)]
    [InlineData("Tal vez.", JudgeOutcome.Failed)]
    public async Task Ask_JudgeSaysAnythingElse_LeavesTheVerdict(string reply, JudgeOutcome outcome)
    {
        await using var product = await StartAsync(reply);

        var events = await product.AskAsync(Asked);

        Answered(events).Grounding![0].Support.Should().Be(SentenceSupport.Unsupported);
        events.OfType<SentenceGrounded>().Should().HaveCount(3);
        (await TraceAsync(product, events)).Judgements.Should().ContainSingle().Which.Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task Ask_JudgeBreaksOff_AnswersAllTheSame()
    {
        await using var product = await ModelProduct.StartAsync(
            request => request.LastQuestion.Contains("Frase:", StringComparison.Ordinal) ? new ModelScript().Text("[").Die()
                : ModelScript.Of(Written), ("Answering:Judge", "true"));

        Answered(await product.AskAsync(Asked)).Grounding![0].Support.Should().Be(SentenceSupport.Unsupported);
    }

    [Fact]
    public async Task Ask_MoreDoubtfulSentencesThanMayBeJudged_AsksAboutTheFirst()
    {
        await using var product = await StartAsync("[1]", written: $"{InOtherWords} Ese beneficio llega puntual.", ("Answering:JudgeSentences", "1"));

        Answered(await product.AskAsync(Asked)).Grounding!.Select(sentence => sentence.Support)
            .Should().Equal(SentenceSupport.Supported, SentenceSupport.Unsupported);

        product.Server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Ask_NotSwitchedOn_AsksNothing()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of(Written));

        Answered(await product.AskAsync(Asked)).Grounding![0].Support.Should().Be(SentenceSupport.Unsupported);

        product.Server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task AskAsync_ModelThatDoesNotReply_EndsWithItsTime()
    {
        using var folder = new PromptFolder();
        using var client = new StalledClient();
        var judge = new SentenceJudge(
            new ChatModel(client, "doble", 8_000, 500, CallsTools: false), folder.Open(), new Kernel(), new AnsweringOptions { JudgeSeconds = 3 }, folder.Time);

        var asked = judge.AskAsync(InOtherWords, [Samples.Passage("El contrato dura tres años.")], key: null, CancellationToken.None);
        await client.Asked;
        folder.Time.Advance(TimeSpan.FromSeconds(3));

        (await asked).Outcome.Should().Be(JudgeOutcome.Failed);
        judge.IsOpen.Should().BeFalse();
    }

    [Theory]
    [InlineData("[2]", JudgeOutcome.Holds, 2)]
    [InlineData(" 2. ", JudgeOutcome.Holds, 2)]
    [InlineData("[3][1]", JudgeOutcome.Holds, 3)]
    [InlineData("[0]", JudgeOutcome.Failed, null)]
    [InlineData("[4]", JudgeOutcome.Failed, null)]
    [InlineData("No.", JudgeOutcome.No, null)]
    [InlineData("no, aunque [1] habla de eso", JudgeOutcome.No, null)]
    [InlineData("El pasaje [1] lo dice.", JudgeOutcome.Failed, null)]
    [InlineData("", JudgeOutcome.Failed, null)]
    public void Read_Reply_IsANumberOrNo(string reply, JudgeOutcome outcome, int? passage) =>
        SentenceJudge.Read(reply, passages: 3).Should().Be((outcome, passage));

    private static Task<ModelProduct> StartAsync(string reply, string written = Written, params (string, string)[] settings) => ModelProduct.StartAsync(
        request => ModelScript.Of(request.LastQuestion.Contains("Frase:", StringComparison.Ordinal) ? reply : written),
            [("Answering:Judge", "true"), .. settings]);

    private static Answer Answered(IEnumerable<AnswerEvent> events) => events.OfType<AnswerCompleted>().Single().Answer;

    private static async Task<AnswerTrace> TraceAsync(ModelProduct product, List<AnswerEvent> events)
    {
        await product.Product.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        return product.Product.Get<TraceStore>().Find(((AnswerStarted)events[0]).QuestionId)!;
    }

    private sealed class StalledClient : IChatClient
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            _asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new ChatResponse();
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
