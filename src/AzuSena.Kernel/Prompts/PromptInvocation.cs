using AzuSena.Models;
using AzuSena.Prompts.Budget;
using AzuSena.Prompts.Invocation;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>One call of a prompt's function, with the inserted data and the messages sent to the model.</summary>
/// <remarks>Each call has its own kernel: it carries the filters that guard the prompt, and a tool that accesses its kernel cannot change any other.</remarks>
/// <param name="prompt">The prompt.</param>
/// <param name="arguments">Values of its variables: text, which is made inert, or <see cref="InertText"/>, which already is.</param>
public sealed class PromptInvocation(Prompt prompt, KernelArguments? arguments = null)
{
    private readonly KernelArguments _arguments = arguments is null ? [] : new KernelArguments(arguments);

    /// <summary>The prompt.</summary>
    public Prompt Prompt => prompt;

    /// <summary>The data to fit into the prompt; null if there are only the arguments.</summary>
    public PromptData? Data { get; init; }

    /// <summary>Whether a reasoning model reasons before it writes. Replies of a line or two need no reasoning, which would use up their few tokens.</summary>
    public bool Thinks { get; init; } = true;

    /// <summary>The fitted <see cref="Data"/>; null until the prompt is rendered.</summary>
    public FittedContext? Fitted { get; internal set; }

    /// <summary>The rendered messages; null until the prompt is rendered.</summary>
    internal IReadOnlyList<ChatMessage>? Messages { get; set; }

    /// <summary>The model's reply as it arrives, after a <see cref="RenderedPromptContent"/>.</summary>
    /// <param name="kernel">Provides the functions that the template or the model may call.</param>
    /// <param name="client">The model.</param>
    /// <param name="cancellationToken">Aborts the request at the model server.</param>
    /// <exception cref="ArgumentException">A variable has no value.</exception>
    /// <exception cref="Errors.AzuSenaException">The model failed, or <see cref="PromptData.NeedsPassages"/> and none fits.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> StreamAsync(Kernel kernel, IChatClient client, CancellationToken cancellationToken) =>
        prompt.Function.InvokeStreamingAsync<ChatResponseUpdate>(KernelOf(kernel, client, cancellationToken), _arguments, cancellationToken);

    /// <summary>The whole reply.</summary>
    /// <inheritdoc cref="StreamAsync"/>
    public async Task<string> ReplyAsync(Kernel kernel, IChatClient client, CancellationToken cancellationToken)
    {
        var result = await prompt.Function.InvokeAsync(KernelOf(kernel, client, cancellationToken), _arguments, cancellationToken);
        return result.GetValue<ChatResponse>()!.Text;
    }

    /// <summary>The rendered prompt, without asking a model.</summary>
    /// <inheritdoc cref="StreamAsync"/>
    public async Task<RenderedPrompt> RenderAsync(Kernel kernel, CancellationToken cancellationToken = default)
    {
        var own = KernelOf(kernel, client: null, cancellationToken);
        await using var updates = prompt.Function
            .InvokeStreamingAsync<ChatResponseUpdate>(own, _arguments, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await updates.MoveNextAsync();
        return updates.Current.Contents.OfType<RenderedPromptContent>().Single().Rendered;
    }

    private Kernel KernelOf(Kernel kernel, IChatClient? client, CancellationToken cancellationToken)
    {
        var services = new InvocationServices(kernel.Services, new InvocationChatClient(client, this), prompt.Function.Name);
        var own = new Kernel(services, new KernelPluginCollection(kernel.Plugins));
        own.SetRequestToken(cancellationToken);
        var guard = new RenderGuard(this);
        own.PromptRenderFilters.Add(guard);
        own.FunctionInvocationFilters.Add(guard);

        // Outermost: whatever other filters return as a tool's result, the model receives it inert.
        own.AutoFunctionInvocationFilters.Insert(0, new InertToolResults());
        return own;
    }
}
