using System.Text.Json.Nodes;
using AzuSena.Answers;
using AzuSena.Prompts;
using AzuSena.Support;
using AzuSena.Testing.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Generation;

/// <summary>How answers do in which a model calls tools: rounds, time, what reaches the model, what becomes of citations and grounding.</summary>
public sealed class ModelToolRoundsTests : IDisposable
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";
    private const string Reply = "El contrato de aprendizaje dura como máximo tres años [1].";
    private static readonly JsonObject Library = new() { ["query"] = "¿Cuántos días presta libros la biblioteca?" };
    private static readonly JsonObject Christmas = new() { ["date"] = "2026-12-25" };

    private readonly PromptFolder _prompts = new();

    [Fact]
    public async Task Ask_ToolInEveryRound_AnswersInTheRoundBehindTheLast()
    {
        await using var product = await StartAsync(request =>
            request.Body["tools"] is null ? ModelScript.Of(Reply) : new ModelScript().Call("memory_search", Library));

        var events = await product.AskAsync(Asked);

        ModelAnswerTests.Completed(events).Response.Should().Be(Reply);
        events.OfType<ToolReturned>().Should().HaveCount(4).And.OnlyContain(returned => !returned.Failed);
        product.Server.Requests.Should().HaveCount(5);
        product.Server.Requests[4].Messages.Count(message => message.StartsWith("tool", StringComparison.Ordinal)).Should().Be(4);
    }

    [Fact]
    public async Task Ask_TwoToolsInOneRound_BothResultsReachTheModelInOrder()
    {
        await using var product = await StartAsync(request =>
            IsAfterTool(request) ? ModelScript.Of(Reply) : new ModelScript().Call("calendar_is_holiday", Christmas).Call("memory_search", Library));

        var events = await product.AskAsync(Asked);

        events.OfType<ToolReturned>().Select(returned => returned.Name).Should().Equal("calendar_is_holiday", "memory_search");
        product.Server.Requests.Should().HaveCount(2);
        var told = product.Server.Requests[1].Messages.Where(message => message.StartsWith("tool", StringComparison.Ordinal)).ToList();
        told[0].Should().Contain("Navidad");
        told[1].Should().Contain("biblioteca");
    }

    [Fact]
    public async Task Ask_ToolBeforeTheText_CitationsAndGroundingAreThoseWithoutIt()
    {
        await using var without = await StartAsync(_ => ModelScript.Of(Reply));
        await using var with = await StartAsync(request => IsAfterTool(request) ? ModelScript.Of(Reply) : new ModelScript().Call("memory_search", Library));

        var plain = ModelAnswerTests.Completed(await without.AskAsync(Asked));
        var answer = ModelAnswerTests.Completed(await with.AskAsync(Asked));

        answer.Citations.Select(citation => (citation.Number, citation.Quote)).Should().Equal(
            plain.Citations.Select(citation => (citation.Number, citation.Quote)));
        answer.Grounding!.Select(sentence => sentence.Support).Should().Equal(SentenceSupport.Supported);
        answer.Prompt.Should().Be(plain.Prompt);
    }

    [Fact]
    public async Task Ask_SentenceThatOnlyAToolHolds_CitesTheTool()
    {
        await using var product = await StartAsync(request =>
            IsAfterTool(request)
                ? ModelScript.Of("La biblioteca presta libros durante quince días [1].")
                : new ModelScript().Call("memory_search", Library),
            slow: null,
            ("Memory:MaxPassages", "1"));

        var answer = ModelAnswerTests.Completed(await product.AskAsync(Asked));

        product.Server.Requests[0].LastQuestion.Should().NotContain("quince días");
        product.Server.Requests[1].Messages[^1].Should().Contain("quince días");
        answer.Response.Should().Be("La biblioteca presta libros durante quince días [2].");
        answer.Grounding!.Single().Support.Should().Be(SentenceSupport.Supported);
        answer.Citations.Should().ContainSingle().Which.Tool.Should().NotBeNull("no passage says it");
    }

    [Fact]
    public async Task Ask_ToolTakesItsTime_TheCallIsToldAtOnce()
    {
        var slow = new SlowTool();
        await using var product = await StartAsync(CallSlow, slow);
        await using var events = product.Product.Get<AnswerService>().AskAsync(Question.Create(Asked), CancellationToken.None).GetAsyncEnumerator();

        while (await events.MoveNextAsync() && events.Current is not ToolCalled)
        {
        }

        var next = events.MoveNextAsync().AsTask();
        await slow.Called;
        next.IsCompleted.Should().BeFalse();
        slow.Return("listo");
        await next;
        events.Current.Should().Be(new ToolReturned("lento_esperar", "listo", Failed: false));
    }

    [Fact]
    public async Task Ask_CancelledWhileAToolRuns_EndsTheTool()
    {
        var slow = new SlowTool();
        await using var product = await StartAsync(CallSlow, slow);
        using var cancellation = new CancellationTokenSource();
        var answer = product.Product.Get<AnswerService>().AskAsync(Question.Create(Asked), cancellation.Token);
        await using var events = answer.GetAsyncEnumerator(cancellation.Token);
        while (await events.MoveNextAsync() && events.Current is not ToolCalled)
        {
        }

        var next = events.MoveNextAsync().AsTask();
        var token = await slow.Called;
        await cancellation.CancelAsync();

        await next.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        token.IsCancellationRequested.Should().BeTrue();
        product.Server.Requests.Should().ContainSingle();
    }

    public void Dispose() => _prompts.Dispose();

    private static bool IsAfterTool(ModelRequest request) => request.Messages[^1].StartsWith("tool", StringComparison.Ordinal);

    private static ModelScript CallSlow(ModelRequest request) => IsAfterTool(request) ? ModelScript.Of(Reply) : new ModelScript().Call("lento_esperar", []);

    private Task<ModelProduct> StartAsync(Func<ModelRequest, ModelScript> script, SlowTool? slow = null, params (string, string)[] settings)
    {
        var functions = slow is null ? "\"calendar.is_holiday\", \"memory.search\"" : "\"lento.esperar\"";
        _prompts.Put("Answering/AnswerQuestion", config: $$"""
            {
              "description": "Responde.",
              "input_variables": [ { "name": "passages" }, { "name": "history" }, { "name": "question" } ],
              "execution_settings": { "default": { "function_choice_behavior": { "type": "auto", "functions": [{{functions}}] } } }
            }
            """);
        var plugin = KernelPluginFactory.CreateFromFunctions("lento", [(slow ?? new SlowTool()).Function]);
        return ModelProduct.StartAsync(script, write: null, services => services.AddSingleton(plugin), [("Prompts:Directory", _prompts.Path), .. settings]);
    }

    /// <summary>A tool that returns when the test says so, and heeds no token.</summary>
    private sealed class SlowTool
    {
        private readonly TaskCompletionSource<CancellationToken> _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<string> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowTool() => Function = KernelFunctionFactory.CreateFromMethod(
            (CancellationToken cancellationToken) =>
            {
                _called.SetResult(cancellationToken);
                return _result.Task;
            },
            "esperar",
            "Espera.");

        public KernelFunction Function { get; }

        public Task<CancellationToken> Called => _called.Task;

        public void Return(string text) => _result.SetResult(text);
    }
}
