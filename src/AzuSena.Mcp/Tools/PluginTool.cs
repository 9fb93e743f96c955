using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using AzuSena.Errors;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Tools;

/// <summary>A plugin's function as a tool, <c>calendar_is_holiday</c>: called through Semantic Kernel as a model's call is.</summary>
internal sealed class PluginTool : McpServerTool
{
    private const string ResultName = "result";

    private static readonly AIJsonSchemaCreateOptions Inner = new() { IncludeSchemaKeyword = false };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly KernelFunction _function;
    private readonly Kernel _kernel;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;

    /// <summary>Describes the function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="kernel">The kernel that it is called in.</param>
    /// <param name="limit">How long a call may take.</param>
    /// <param name="time">The clock.</param>
    public PluginTool(KernelFunction function, Kernel kernel, TimeSpan limit, TimeProvider time)
    {
        _function = function;
        _kernel = kernel;
        _limit = limit;
        _time = time;
        ProtocolTool = new Tool
        {
            Name = $"{function.PluginName}_{function.Name}",
            Description = function.Description,
            InputSchema = function.JsonSchema,
            OutputSchema = OutputSchemaOf(function),
            Annotations = new ToolAnnotations { ReadOnlyHint = true },
        };
    }

    /// <inheritdoc/>
    public override Tool ProtocolTool { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<object> Metadata => [];

    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var given = request.Params?.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        ToolArguments.Check(given, ProtocolTool.InputSchema);
        var arguments = new KernelArguments();
        foreach (var (name, value) in given)
        {
            arguments[name] = value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Null => null, _ => value };
        }

        var result = await CallAsync(arguments, cancellationToken);
        var element = JsonSerializer.SerializeToElement(result, Json);
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = result as string ?? element.GetRawText() }],
            StructuredContent = JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [ResultName] = element }, Json),
        };
    }

    // A function that ignores its token is left behind.
    private async Task<object?> CallAsync(KernelArguments arguments, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var call = Task.Run(() => _function.InvokeAsync(_kernel, arguments, either.Token), CancellationToken.None);
            return (await call.WaitAsync(either.Token)).GetValue<object>();
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new AzuSenaException(ErrorCode.AnswerTimeout, McpTexts.Get("FunctionTooSlow", _limit.TotalSeconds), exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && IsAboutArguments(exception))
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, McpTexts.Get("FunctionArguments", string.Join(", ", arguments.Keys)), exception);
        }
    }

    // Semantic Kernel wraps what its conversion of an argument throws.
    private static bool IsAboutArguments(Exception exception) =>
        exception is ArgumentException or FormatException or JsonException or NotSupportedException
        || (exception is KernelException && exception.InnerException is { } inner && IsAboutArguments(inner));

    // Not Semantic Kernel's own schema: its names would not be those of the JSON.
    private static JsonElement OutputSchemaOf(KernelFunction function)
    {
        var schema = ResultTypeOf(function) is { } type
            ? JsonNode.Parse(AIJsonUtilities.CreateJsonSchema(type, serializerOptions: Json, inferenceOptions: Inner).GetRawText())!
            : new JsonObject();
        var whole = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [ResultName] = schema },
            ["required"] = new JsonArray(ResultName),
        };
        return JsonSerializer.SerializeToElement(whole);
    }

    // What a task gives, not the task.
    private static Type? ResultTypeOf(KernelFunction function)
    {
        var type = function.Metadata.ReturnParameter.ParameterType;
        return type is { IsGenericType: true } && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type == typeof(Task) || type == typeof(ValueTask) || type == typeof(void) ? null : type;
    }
}
