using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Invocation;

/// <summary>Makes the text of tool results inert, in JSON too, since what a tool returns to the model is data.</summary>
internal sealed class InertToolResults : IAutoFunctionInvocationFilter
{
    /// <inheritdoc/>
    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        await next(context);
        var result = JsonSerializer.SerializeToNode(context.Result.GetValue<object>(), context.Function.JsonSerializerOptions);
        context.Result = new FunctionResult(context.Result, Inert(result));
    }

    private static JsonNode? Inert(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(InertText.Of(text).Value),
        JsonArray array => new JsonArray([.. array.Select(Inert)]),
        JsonObject members => new JsonObject(members
            .Select(member => KeyValuePair.Create(InertText.Of(member.Key).Value, Inert(member.Value)))
            .DistinctBy(member => member.Key)),
        _ => node?.DeepClone(),
    };
}
