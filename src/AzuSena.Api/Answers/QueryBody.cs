using System.Text.Json;
using AzuSena.Api.Docs;
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

    private const string Query = "query";
    private const int MaxShown = 40;

    private IEnumerable<string> Fields => json.Value.SerializerOptions.GetTypeInfo(typeof(QueryRequest)).Properties.Select(property => property.Name);

    public async Task<QueryRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsAccepted(request.ContentType))
        {
            throw new AzuSenaException(ErrorCode.MediaTypeUnsupported);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            var query = document.Deserialize<QueryRequest>(json.Value.SerializerOptions) ?? throw new AzuSenaException(ErrorCode.RequestInvalid);
            return query.Query is null && UnknownOf(document.RootElement) is { } unknown
                ? throw new AzuSenaException(ErrorCode.QuestionInvalid, ErrorCodeNames.Text("FieldUnknown", Query, unknown)) { Field = Query }
                : query;
        }
        catch (JsonException exception)
        {
            throw FieldOf(exception) is { } field
                ? new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("FieldInvalid", field), exception) { Field = field }
                : new AzuSenaException(ErrorCode.RequestInvalid, exception);
        }
    }

    /// <summary>Describes the body in the OpenAPI document.</summary>
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await context.ReferToAsync(
            typeof(QueryRequest),
            async query => query.Properties!["max_docs"] = await context.GetOrCreateSchemaAsync(typeof(int?), cancellationToken: cancellationToken),
            cancellationToken);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = schema } },
        };
    }

    // The contract's field that cannot be read; null if it is the whole body.
    private string? FieldOf(JsonException exception) => Fields.FirstOrDefault(name => exception.Path == $"$.{name}");

    // The text that was sent under another name, as the question probably.
    private string? UnknownOf(JsonElement body)
    {
        var known = Fields.ToHashSet(StringComparer.Ordinal);
        return body.EnumerateObject()
            .Where(member => member.Value.ValueKind is JsonValueKind.String)
            .Select(NameOf)
            .FirstOrDefault(name => name is { Length: > 0 and <= MaxShown } && !known.Contains(name));
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    private static bool IsAccepted(string? contentType) =>
        string.IsNullOrEmpty(contentType)
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (MediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)));
}
