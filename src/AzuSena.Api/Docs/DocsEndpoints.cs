using Scalar.AspNetCore;

namespace AzuSena.Api.Docs;

/// <summary>The OpenAPI description and its reference page, without external assets.</summary>
internal static class DocsEndpoints
{
    public static IServiceCollection AddDocs(this IServiceCollection services) => services.AddOpenApi(options => options
        .AddSchemaTransformer(EventNumbers.DescribeAsync)
        .AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "AzuSENA";
            document.Info.Description = "Asistente virtual del SENA: preguntas en español, respuestas con el pasaje que las sustenta.";
            return Task.CompletedTask;
        }));

    public static void MapDocs(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/docs", options => options
            .WithTitle("AzuSENA API")
            .DisableDefaultFonts()
            .DisableAgent()
            .DisableMcp()
            .DisableTelemetry()
            .HideDeveloperTools()
            .HideClientButton());
    }
}
