using AzuSena.Answers;
using AzuSena.Support;
using AzuSena.Testing.Models;

namespace AzuSena.Answering.Generation;

/// <summary>What becomes of an answer whose model fails.</summary>
public sealed class ModelFailureTests
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";
    private const string Extracted = "El contrato de aprendizaje dura como máximo tres años. [1]";

    public static TheoryData<string> Failures => new("500", "muerte", "vacío", "solo pensar");

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Ask_AutoFailsBeforeItsFirstToken_IsExtractedInTheSameAnswer(string failure)
    {
        await using var product = await ModelProduct.StartAsync(_ => Script(failure));

        var events = await product.AskAsync(Asked);

        events[0].Should().BeOfType<AnswerStarted>().Which.Mode.Should().Be("ollama:mistral:7b");
        events.Should().ContainEquivalentOf(new ModeChanged("extractive", "model_unavailable"));
        var answer = ModelAnswerTests.Completed(events);
        answer.Response.Should().StartWith(Extracted);
        answer.Should().BeEquivalentTo(new { Mode = "extractive", Prompt = (string?)null });
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Ask_NamedProviderFails_IsNeverReplaced(string failure)
    {
        await using var product = await ModelProduct.StartAsync(_ => Script(failure), ("Llm:Provider", "ollama"));

        (await product.AskAsync(Asked))[^1].Should().BeOfType<AnswerFailed>().Which.Code.Should().Be("model_unavailable");
    }

    [Fact]
    public async Task Ask_NamedProviderIsAway_FailsBeforeItHasBegun()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Hola"), ("Llm:Provider", "ollama"));
        await product.Server.StopAsync();

        (await product.AskAsync(Asked)).Should().ContainSingle().Which.Should().BeOfType<AnswerFailed>().Which.Code.Should().Be("model_unavailable");
    }

    [Fact]
    public async Task Ask_DiesInMidAnswer_FailsWithItsCodeAndTheNextIsExtracted()
    {
        // What was sent and not read yet would be lost with the connection.
        var read = new TaskCompletionSource();
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("El contrato dura ").Wait(read.Task).Die());
        var conversation = await product.BeginConversationAsync();

        var tokens = new List<string>();
        AnswerEvent? last = null;
        await foreach (var @event in product.Product.Get<AnswerService>()
            .AskAsync(Question.Create(Asked, conversationId: conversation), CancellationToken.None))
        {
            last = @event;
            if (@event is AnswerToken token)
            {
                tokens.Add(token.Text);
                read.TrySetResult();
            }
        }

        tokens.Should().Equal("El contrato dura");
        last.Should().BeOfType<AnswerFailed>().Which.Code.Should().Be("model_unavailable");
        product.TurnsOf(conversation).Should().BeEmpty("a failed answer is not kept");
        ModelAnswerTests.Completed(await product.AskAsync(Asked, conversation)).Mode.Should().Be("extractive");
    }

    [Fact]
    public async Task Ask_ModelIsAway_IsExtractedFromTheStart()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Hola"));
        await product.Server.StopAsync();

        var events = await product.AskAsync(Asked);

        events[0].Should().BeOfType<AnswerStarted>().Which.Mode.Should().Be("extractive");
        events.Should().NotContain(it => it is ModeChanged);
    }

    [Fact]
    public async Task Ask_TooManyWait_IsBusyAndSaysWhenToComeBack()
    {
        var gate = new TaskCompletionSource();
        await using var product =
            await ModelProduct.StartAsync(_ => ModelScript.Of("Tres").Wait(gate.Task).Text(" años [1]."), ("Llm:MaxConcurrent", "1"), ("Llm:MaxWaiting", "0"));
        var first = product.AskAsync(Asked);
        await product.Server.NextRequestAsync();

        var refused = (await product.AskAsync(Asked))[^1].Should().BeOfType<AnswerFailed>().Subject;

        refused.Code.Should().Be("model_busy");
        refused.RetryAfterSeconds.Should().BePositive();
        gate.SetResult();
        ModelAnswerTests.Completed(await first).Response.Should().Be("Tres años [1].");
    }

    [Fact]
    public async Task Ask_OthersAreBefore_TellsThePosition()
    {
        var gate = new TaskCompletionSource();
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Tres").Wait(gate.Task).Text(" años [1]."), ("Llm:MaxConcurrent", "1"));
        var first = product.AskAsync(Asked);
        await product.Server.NextRequestAsync();
        var question = Question.Create(Asked);
        await using var second = product.Product.Get<AnswerService>().AskAsync(question, CancellationToken.None).GetAsyncEnumerator();
        do
        {
            (await second.MoveNextAsync()).Should().BeTrue();
        }
        while (second.Current is not QueuePosition);

        second.Current.Should().Be(new QueuePosition(1));
        gate.SetResult();
        ModelAnswerTests.Completed(await first).Response.Should().Be("Tres años [1].");
    }

    private static ModelScript Script(string failure) => failure switch
    {
        "500" => ModelScript.Refuse(500, "model requires more system memory"),
        "muerte" => new ModelScript().Die(),
        "vacío" => new ModelScript(),
        _ => new ModelScript().Think("Mmm"),
    };
}
