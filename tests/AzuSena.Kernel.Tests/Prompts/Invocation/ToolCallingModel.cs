using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace AzuSena.Prompts.Invocation;

/// <summary>A model that calls a tool once and keeps what it is told.</summary>
internal sealed class ToolCallingModel(string tool, Dictionary<string, object?> arguments) : IChatClient
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string? _told;

    /// <summary>What a model is told of the result of a tool that it calls in its reply to a prompt.</summary>
    public static async Task<string> ToldAsync(Prompt prompt, Kernel kernel, KernelArguments given, string tool, Dictionary<string, object?> arguments)
    {
        using var model = new ToolCallingModel(tool, arguments);
        using var client = new ChatClientBuilder(model).UseKernelFunctionInvocation().Build();
        await new PromptInvocation(prompt, given).ReplyAsync(kernel, client, CancellationToken.None);
        return model._told ?? throw new InvalidOperationException("The tool was not called.");
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var result = messages.Last().Contents.OfType<FunctionResultContent>().SingleOrDefault();
        if (result is null)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("1", tool, arguments)]);
            yield break;
        }

        var told = JsonSerializer.SerializeToElement(result.Result, AsItIs);
        _told = told.ValueKind is JsonValueKind.String ? told.GetString() : JsonSerializer.Serialize(told, AsItIs);
        yield return new ChatResponseUpdate(ChatRole.Assistant, "Fin.");
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("doble") : null;

    public void Dispose()
    {
    }
}
