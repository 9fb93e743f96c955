using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Rendering;

/// <summary>
/// A function that the model may call, under the name that Semantic Kernel gives it (<c>memory_search</c>). What it returns is data, so the text
/// in it is made inert, in JSON too.
/// </summary>
internal sealed class InertTool(AIFunction inner, KernelFunction function) : DelegatingAIFunction(inner)
{
    /// <inheritdoc/>
    public override string Name { get; } = function.PluginName is null ? function.Name : $"{function.PluginName}_{function.Name}";

    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        await base.InvokeCoreAsync(arguments, cancellationToken) switch
        {
            null => null,
            string text => InertText.Of(text).Value,
            JsonElement json => Inert(JsonSerializer.SerializeToNode(json)),
            var other => Inert(JsonSerializer.SerializeToNode(other, JsonSerializerOptions)),
        };

    private static JsonNode? Inert(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(InertText.Of(text).Value),
        JsonArray array => new JsonArray([.. array.Select(Inert)]),
        JsonObject members => new JsonObject(members.DistinctBy(member => InertText.Of(member.Key).Value).Select(member => KeyValuePair.Create(InertText.Of(member.Key).Value, Inert(member.Value)))),
        _ => node?.DeepClone(),
    };
}
