using AzuSena.Models;
using AzuSena.Prompts.Budget;
using AzuSena.Prompts.Invocation;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>One call of a prompt's function: what is put into it, and what the model was given.</summary>
/// <remarks>
/// The call has a kernel of its own: the filters that guard the prompt hang on it, and a tool that asks for the kernel which runs it cannot change any other.
/// </remarks>
/// <param name="prompt">The prompt.</param>
/// <param name="arguments">Values for its variables: text, which is made inert, or <see cref="InertText"/>, which already is.</param>
public sealed class PromptInvocation(Prompt prompt, KernelArguments? arguments = null)
{
    private readonly KernelArguments _arguments = arguments is null ? [] : new KernelArguments(arguments);

    /// <summary>Which prompt it is.</summary>
    public Prompt Prompt => prompt;

    /// <summary>What is put into the prompt as far as the model can hold it; null if the arguments are all there is.</summary>
    public PromptData? Data { get; init; }

    /// <summary>Whether a model that can think does so before it writes. Replies of a line or two need no thoughts, which would use up their few tokens.</summary>
    /// <value>The default is true.</value>
    public bool Thinks { get; init; } = true;

    /// <summary>What became of <see cref="Data"/>; null until the prompt was rendered.</summary>
    public FittedContext? Fitted { get; internal set; }

    /// <summary>The messages that the prompt was rendered to; null until then.</summary>
    internal IReadOnlyList<ChatMessage>? Messages { get; set; }

    /// <summary>The model's reply as it comes, behind a <see cref="RenderedPromptContent"/>.</summary>
    /// <param name="kernel">Has the functions that the template or the model may call.</param>
    /// <param name="client">The model.</param>
    /// <param name="cancellationToken">Aborts the request at the model server.</param>
    /// <exception cref="ArgumentException">A variable has no value.</exception>
    /// <exception cref="Errors.AzuSenaException">The model failed, or <see cref="PromptData.NeedsPassages"/> and none fits.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> StreamAsync(Kernel kernel, IChatClient client, CancellationToken cancellationToken) =>
        prompt.Function.InvokeStreamingAsync<ChatResponseUpdate>(KernelOf(kernel, client, cancellationToken), _arguments, cancellationToken);

    /// <summary>The text of the whole reply.</summary>
    /// <inheritdoc cref="StreamAsync"/>
    public async Task<string> ReplyAsync(Kernel kernel, IChatClient client, CancellationToken cancellationToken)
    {
        var result = await prompt.Function.InvokeAsync(KernelOf(kernel, client, cancellationToken), _arguments, cancellationToken);
        return result.GetValue<ChatResponse>()!.Text;
    }

    /// <summary>What a model would be given, without asking one.</summary>
    /// <inheritdoc cref="StreamAsync"/>
    public async Task<RenderedPrompt> RenderAsync(Kernel kernel, CancellationToken cancellationToken = default)
    {
        var own = KernelOf(kernel, client: null, cancellationToken);
        var stream = prompt.Function.InvokeStreamingAsync<ChatResponseUpdate>(own, _arguments, cancellationToken);
        await using var updates = stream.GetAsyncEnumerator(cancellationToken);
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

        // Outermost: whatever other filters make of a tool's result, the model gets it inert.
        own.AutoFunctionInvocationFilters.Insert(0, new InertToolResults());
        return own;
    }
}
