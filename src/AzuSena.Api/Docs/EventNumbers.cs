using AzuSena.Answers;
using AzuSena.Api.Answers.Live;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Docs;

/// <summary>Describes the number that every event is sent with.</summary>
internal static class EventNumbers
{
    public static async Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type.IsSubclassOf(typeof(AnswerEvent)))
        {
            var number = await context.GetOrCreateSchemaAsync(typeof(int?), cancellationToken: cancellationToken);
            number.Description = "Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it.";
            schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            schema.Properties[SentEventConverter.Member] = number;
        }
    }
}
