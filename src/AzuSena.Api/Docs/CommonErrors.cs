using AzuSena.Api.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Docs;

/// <summary>Describes the errors that every operation may end with, in the form that they have at its path.</summary>
internal static class CommonErrors
{
    private const string Problem = "application/problem+json";
    private const string Json = "application/json";

    private static readonly (string Status, string Description)[] Always =
    [
        ("400", "La solicitud no es válida, o el servicio no atiende con ese nombre."),
        ("401", "Falta una clave válida."),
        ("403", "La página web que llama no tiene permiso."),
        ("429", "Demasiadas solicitudes; Retry-After dice cuándo repetir."),
        ("500", "Un error interno."),
        ("503", "El servicio no está listo o se está deteniendo."),
        ("504", "Tardó demasiado."),
    ];

    private static readonly (string Status, string Description)[] WithBody =
    [
        ("413", "El cuerpo es demasiado grande."),
        ("415", "El cuerpo no es del tipo o de la codificación que se admite."),
    ];

    /// <summary>Adds them to every operation; at the end, when it is known which of them have a body.</summary>
    public static async Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var type in new[] { typeof(ProblemDetails), typeof(OpenAiErrorBody) })
        {
            document.AddComponent<IOpenApiSchema>(type.Name, await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellationToken));
        }

        foreach (var (path, item) in document.Paths.Where(path => !path.Key.StartsWith("/health", StringComparison.Ordinal)))
        {
            foreach (var operation in item.Operations!.Values)
            {
                Describe(operation, OpenAiError.Covers(path), document);
            }
        }
    }

    private static void Describe(OpenApiOperation operation, bool isOpenAi, OpenApiDocument document)
    {
        operation.Responses ??= [];
        foreach (var (status, description) in operation.RequestBody is null ? Always : [.. Always, .. WithBody])
        {
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = description });
        }

        foreach (var (status, response) in operation.Responses)
        {
            if (status[0] is '4' or '5' && response is OpenApiResponse error)
            {
                var schema = new OpenApiSchemaReference(isOpenAi ? nameof(OpenAiErrorBody) : nameof(ProblemDetails), document);
                error.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [isOpenAi ? Json : Problem] = new() { Schema = schema } };
            }
        }
    }
}
