using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Docs;

/// <summary>Describes a closed list of names as text: by itself the description gives the names and no type.</summary>
internal static class EnumSchemas
{
    /// <summary>Adds the type.</summary>
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema is { Enum.Count: > 0, Type: null })
        {
            schema.Type = schema.Enum.Any(name => name is null) ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        }

        return Task.CompletedTask;
    }
}
