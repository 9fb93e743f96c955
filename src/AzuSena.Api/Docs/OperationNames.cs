using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Docs;

/// <summary>Names each operation after its method and path, for clients that are generated: <c>post_query_text</c>.</summary>
internal static class OperationNames
{
    private const string Own = "azusena_api/";

    /// <summary>Names an operation.</summary>
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var path = (context.Description.RelativePath ?? "").Replace(Own, "", StringComparison.Ordinal);
        var words = path.Split('/', '-', '.').Select(word => word.Trim('{', '}')).Where(word => word.Length > 0);
        operation.OperationId = string.Join('_', words.Prepend(context.Description.HttpMethod!.ToLowerInvariant()));
        return Task.CompletedTask;
    }
}
