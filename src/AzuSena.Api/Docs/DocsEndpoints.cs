using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace AzuSena.Api.Docs;

/// <summary>The OpenAPI description and its reference page, without external assets.</summary>
internal static class DocsEndpoints
{
    private static readonly Dictionary<string, string> TagDescriptions = new(StringComparer.Ordinal)
    {
        ["Estado"] = "Si el servicio vive y si puede responder.",
        ["Preguntas"] = "Preguntar, abrir lo que se cita, calificar y explicar una respuesta.",
        ["Conversaciones"] = "Preguntas que se entienden por las anteriores.",
        ["Voz"] = "Preguntar hablando, y leer en voz alta.",
        ["OpenAI"] = "Lo mismo para los clientes de la API de OpenAI. Los errores tienen su forma.",
    };

    public static IServiceCollection AddDocs(this IServiceCollection services) => services.AddOpenApi(options => options
        .AddSchemaTransformer(NumberSchemas.DescribeAsync)
        .AddSchemaTransformer(EnumSchemas.DescribeAsync)
        .AddSchemaTransformer(EventNumbers.DescribeAsync)
        .AddOperationTransformer(OperationNames.DescribeAsync)
        .AddDocumentTransformer(CommonErrors.DescribeAsync)
        .AddDocumentTransformer(RequestExamples.DescribeAsync)
        .AddDocumentTransformer(SecuritySchemes.DescribeAsync)
        .AddDocumentTransformer(DescribeAsync));

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

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "AzuSENA";
        document.Info.Description = "Asistente virtual del SENA: preguntas en español, respuestas con el pasaje que las sustenta.";
        foreach (var server in document.Servers ?? [])
        {
            server.Url = server.Url?.TrimEnd('/');
        }

        document.Info.License = new OpenApiLicense { Name = "AGPL-3.0-only", Identifier = "AGPL-3.0-only" };
        var described = document.Tags ?? new HashSet<OpenApiTag>();
        foreach (var tag in described)
        {
            tag.Description = TagDescriptions.GetValueOrDefault(tag.Name ?? "", tag.Name ?? "");
        }

        document.Tags = described;
        return Task.CompletedTask;
    }
}
