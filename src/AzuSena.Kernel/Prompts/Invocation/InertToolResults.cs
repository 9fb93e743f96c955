using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Invocation;

/// <summary>What a tool returns to the model is data, so the text in it is made inert, in JSON too.</summary>
internal sealed class InertToolResults : IAutoFunctionInvocationFilter
{
    /// <inheritdoc/>
    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        await next(context);
        context.Result = new FunctionResult(context.Result, Inert(context.Result.GetValue<object>(), context.Function.JsonSerializerOptions));
    }

    private static object? Inert(object? value, JsonSerializerOptions json) => value switch
    {
        null => null,
        string text => InertText.Of(text).Value,
        JsonElement element => Inert(JsonSerializer.SerializeToNode(element)),
        _ => Inert(JsonSerializer.SerializeToNode(value, json)),
    };

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
