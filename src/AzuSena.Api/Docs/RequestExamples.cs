using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Docs;

/// <summary>The examples of requests, from <c>examples.json</c>: by method and path, then by name. The tests send each of them.</summary>
internal static class RequestExamples
{
    private static readonly Lazy<JsonObject> Examples = new(Read);

    /// <summary>Adds them to the bodies of the operations; at the end, when all bodies are described.</summary>
    public static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations!)
            {
                Describe(operation, $"{method.Method.ToUpperInvariant()} {path}");
            }
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, string key)
    {
        if (operation.RequestBody?.Content is { } content && Examples.Value[key] is JsonObject examples)
        {
            foreach (var body in content.Values)
            {
                body.Examples = examples.ToDictionary(
                    example => example.Key, IOpenApiExample (example) => new OpenApiExample { Value = example.Value!.DeepClone() }, StringComparer.Ordinal);
            }
        }
    }

    private static JsonObject Read()
    {
        using var stream = typeof(RequestExamples).Assembly.GetManifestResourceStream("AzuSena.Api.Docs.examples.json")!;
        return JsonSerializer.Deserialize<JsonObject>(stream)!;
    }
}
