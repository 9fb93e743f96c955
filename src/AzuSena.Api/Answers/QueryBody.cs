using System.Text.Json;
using AzuSena.Errors;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace AzuSena.Api.Answers;

/// <summary>
/// Reads a question from a request's body. Unknown fields are ignored, as in the original, so that its clients keep working; so is the content type that curl
/// sends by default.
/// </summary>
internal sealed class QueryBody(IOptions<JsonOptions> json)
{
    private static readonly string[] MediaTypes = ["application/json", "text/json", "application/x-www-form-urlencoded"];

    public async Task<QueryRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsAccepted(request.ContentType))
        {
            throw new AzuSenaException(ErrorCode.MediaTypeUnsupported);
        }

        try
        {
            var query = await JsonSerializer.DeserializeAsync<QueryRequest>(request.Body, json.Value.SerializerOptions, cancellationToken);
            return query ?? throw new AzuSenaException(ErrorCode.RequestInvalid);
        }
        catch (JsonException exception)
        {
            throw FieldOf(exception) is { } field
                ? new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("FieldInvalid", field), exception)
                : new AzuSenaException(ErrorCode.RequestInvalid, exception);
        }
    }

    /// <summary>Describes the body in the OpenAPI document.</summary>
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(QueryRequest), cancellationToken: cancellationToken);
        schema.Properties!["max_docs"] = await context.GetOrCreateSchemaAsync(typeof(int?), cancellationToken: cancellationToken);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = schema } },
        };
    }

    // The contract's field that cannot be read; null if it is the whole body.
    private string? FieldOf(JsonException exception) => json.Value.SerializerOptions.GetTypeInfo(typeof(QueryRequest)).Properties
        .Select(property => property.Name)
        .FirstOrDefault(name => exception.Path == $"$.{name}");

    private static bool IsAccepted(string? contentType) =>
        string.IsNullOrEmpty(contentType)
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (MediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)));
}
