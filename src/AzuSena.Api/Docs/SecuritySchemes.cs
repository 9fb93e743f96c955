using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Docs;

/// <summary>Describes how a key is sent, so that the reference page has a field for it.</summary>
internal static class SecuritySchemes
{
    private const string Header = "ApiKey";
    private const string Bearer = "Bearer";
    private const string Open = "/health";

    /// <summary>Adds the schemes, and that a request needs one of them.</summary>
    public static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Header] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "X-Api-Key",
                Description = "Una clave de API_KEYS. Solo hace falta si quien administra el servicio puso claves.",
            },
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "La misma clave, como la envían los clientes de OpenAI.",
            },
        };
        document.Security = [Requirement(document, Header), Requirement(document, Bearer)];
        foreach (var (_, item) in document.Paths.Where(path => path.Key.StartsWith(Open, StringComparison.Ordinal)))
        {
            foreach (var operation in item.Operations!.Values)
            {
                operation.Security = [];
            }
        }

        return Task.CompletedTask;
    }

    private static OpenApiSecurityRequirement Requirement(OpenApiDocument document, string scheme) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
