using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Docs;

/// <summary>Describes the JSON body of an operation that reads it itself, and the streams that it may answer with instead of one object.</summary>
internal static class BodyDescription
{
    private const string Json = "application/json";
    private const string Events = "text/event-stream";

    /// <summary>Describes the body of an endpoint.</summary>
    /// <typeparam name="TBody">Its shape.</typeparam>
    public static RouteHandlerBuilder Reads<TBody>(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer(
        async (operation, context, cancellationToken) =>
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = await ContentAsync<TBody>(Json, context, cancellationToken),
            });

    /// <summary>Describes the events that an endpoint may answer with.</summary>
    /// <typeparam name="TEvent">The data of an event.</typeparam>
    public static RouteHandlerBuilder Streams<TEvent>(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer(
        async (operation, context, cancellationToken) =>
        {
            if (operation.Responses?["200"] is OpenApiResponse response)
            {
                response.Content ??= new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
                response.Content[Events] = (await ContentAsync<TEvent>(Events, context, cancellationToken))[Events];
            }
        });

    private static async Task<Dictionary<string, OpenApiMediaType>> ContentAsync<T>(
        string type, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) => new(StringComparer.Ordinal)
        {
            [type] = new() { Schema = await context.ReferToAsync(typeof(T), change: null, cancellationToken) },
        };
}
