using System.Runtime.CompilerServices;
using AzuSena.Errors;
using AzuSena.Models;
using AzuSena.Prompts.Budget;
using AzuSena.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using TextContent = Microsoft.Extensions.AI.TextContent;

namespace AzuSena.Prompts;

/// <summary>What comes back through Semantic Kernel of a model's reply to a prompt.</summary>
public sealed class PromptStreamTests : IDisposable
{
    private readonly PromptFolder _folder = new();
    private readonly LogLines _log = new();

    [Fact]
    public async Task StreamAsync_EveryKindOfContent_ComesAsTheModelSentItBehindThePrompt()
    {
        AIContent[] sent =
            [new QueuePositionContent(2), new ModelLoadingContent("m"), new TextReasoningContent("pienso"), new TextContent("Hola."), new WithdrawnContent()];
        using var model = new ScriptedModel(sent);

        var updates = await Call().StreamAsync(Kernel(), model, CancellationToken.None).ToListAsync();

        var contents = updates.SelectMany(update => update.Contents).ToList();
        contents[0].Should().BeOfType<RenderedPromptContent>().Which.Rendered.Messages.Select(message => (message.Role, message.Text))
            .Should().Equal(model.Messages!.Select(message => (message.Role, message.Text)));
        contents.Skip(1).Should().Equal(sent);
    }

    [Fact]
    public async Task StreamAsync_BeforeThePromptIsRead_TheModelIsNotAsked()
    {
        using var model = new ScriptedModel(new TextContent("Hola."));
        await using var updates = Call().StreamAsync(Kernel(), model, CancellationToken.None).GetAsyncEnumerator();

        await updates.MoveNextAsync();

        model.Messages.Should().BeNull();
    }

    [Fact]
    public async Task StreamAsync_Cancelled_EndsTheModelAndIsNoError()
    {
        using var cancellation = new CancellationTokenSource();
        using var model = new ScriptedModel(new TextContent("Hola.")) { Stalls = true };
        await using var updates = Call().StreamAsync(Kernel(), model, cancellation.Token).GetAsyncEnumerator(cancellation.Token);
        await updates.MoveNextAsync();
        await updates.MoveNextAsync();

        var next = updates.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        await next.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        model.IsEnded.Should().BeTrue();
        _log.Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task StreamAsync_LeftInTheMiddle_EndsTheModel()
    {
        using var model = new ScriptedModel(new TextContent("Uno."), new TextContent("Dos."), new TextContent("Tres."));
        await using (var updates = Call().StreamAsync(Kernel(), model, CancellationToken.None).GetAsyncEnumerator())
        {
            await updates.MoveNextAsync();
            await updates.MoveNextAsync();
        }

        model.IsEnded.Should().BeTrue();
    }

    [Fact]
    public async Task StreamAsync_ModelFails_ThrowsWhatItThrewAndLogsNothing()
    {
        using var model = new ScriptedModel { Failure = new AzuSenaException(ErrorCode.ModelTimeout) };

        var asking = async () => await Call().StreamAsync(Kernel(), model, CancellationToken.None).ToListAsync();

        (await asking.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelTimeout);
        _log.Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task StreamAsync_FileEditedMeanwhile_TheCallKeepsItsVersion()
    {
        var library = _folder.Open();
        var call = new PromptInvocation(library.Get(WalkPrompts.SmallTalk), new KernelArguments { ["question"] = "Hola" });
        var before = call.Prompt.Version;
        _folder.Put(
            WalkPrompts.SmallTalk,
            "<message role=\"user\">Otra cosa: {{$question}}</message>",
            """{ "description": "d", "input_variables": [{ "name": "question" }] }""");
        library.Refresh();
        _folder.Time.Advance(TimeSpan.FromSeconds(1));
        library.Refresh();

        var rendered = await call.RenderAsync(Kernel());

        library.Get(WalkPrompts.SmallTalk).Version.Should().NotBe(before);
        rendered.Version.Should().Be(before);
        rendered.Messages[^1].Text.Should().Be("Hola");
    }

    [Fact]
    public async Task StreamAsync_NoPassageFits_FailsBeforeTheModelIsAsked()
    {
        using var model = new ScriptedModel(new TextContent("Hola."));
        var data = new PromptData(new ContextBudget(contextTokens: 700, answerTokens: 690), "¿Qué?", [Samples.Passage("Texto.")], []) { NeedsPassages = true };
        var call = new PromptInvocation(_folder.Open().Get(WalkPrompts.AnswerQuestion)) { Data = data };

        var asking = async () => await call.StreamAsync(Kernel(), model, CancellationToken.None).ToListAsync();

        (await asking.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.QuestionInvalid);
        model.Messages.Should().BeNull();
    }

    public void Dispose() => _folder.Dispose();

    private PromptInvocation Call() => new(_folder.Open().Get(WalkPrompts.SmallTalk), new KernelArguments { ["question"] = "Hola" });

    private Kernel Kernel() => new(
        new ServiceCollection().AddLogging(logging => logging.AddProvider(_log)).BuildServiceProvider(),
        new KernelPluginCollection(PromptFolder.KernelWithMemory().Plugins));

    private sealed class ScriptedModel(params AIContent[] contents) : IChatClient
    {
        public bool Stalls { get; init; }

        public Exception? Failure { get; init; }

        public IReadOnlyList<ChatMessage>? Messages { get; private set; }

        public bool IsEnded { get; private set; }

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Messages = [.. messages];
            try
            {
                await Task.Yield();
                foreach (var content in contents)
                {
                    yield return new ChatResponseUpdate(ChatRole.Assistant, [content]);
                }

                if (Failure is not null)
                {
                    throw Failure;
                }

                if (Stalls)
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
            }
            finally
            {
                IsEnded = true;
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
