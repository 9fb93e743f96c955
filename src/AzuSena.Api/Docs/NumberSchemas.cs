using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Docs;

/// <summary>Describes numbers as numbers: that their text is accepted too is for lenient clients, and is never what the service sends.</summary>
internal static class NumberSchemas
{
    /// <summary>Removes the text from a number's types.</summary>
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        return Task.CompletedTask;
    }
}
