using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Docs;

/// <summary>Describes a type once, among the components, and refers to it, so that clients that are generated have one type for it.</summary>
internal static class SchemaReferences
{
    /// <summary>A reference to the schema of a type.</summary>
    /// <param name="context">The operation that needs it.</param>
    /// <param name="type">The type.</param>
    /// <param name="change">Changes the schema before it is added.</param>
    /// <param name="cancellationToken">Cancels the description.</param>
    public static async Task<IOpenApiSchema> ReferToAsync(
        this OpenApiOperationTransformerContext context, Type type, Func<OpenApiSchema, Task>? change, CancellationToken cancellationToken)
    {
        var schema = await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellationToken);
        await (change?.Invoke(schema) ?? Task.CompletedTask);
        context.Document!.AddComponent<IOpenApiSchema>(type.Name, schema);
        return new OpenApiSchemaReference(type.Name, context.Document);
    }
}
