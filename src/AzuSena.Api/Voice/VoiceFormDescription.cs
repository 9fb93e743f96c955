using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Voice;

/// <summary>Describes the form with a recording in the OpenAPI document; it is read by <see cref="VoiceFormReader"/>.</summary>
internal static class VoiceFormDescription
{
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string>(StringComparer.Ordinal) { "audio_file" },
                        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                        {
                            ["audio_file"] = new OpenApiSchema
                            {
                                Type = JsonSchemaType.String,
                                Format = "binary",
                                Description = "WAV, MP3, OGG, WebM, M4A, FLAC o AAC."
                            },
                            ["language"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Idioma hablado, como es, o auto." },
                            ["conversation_id"] = new OpenApiSchema { Type = JsonSchemaType.String },
                            ["max_docs"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                            ["prompt_variant"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        },
                    },
                },
            },
        };
        return Task.CompletedTask;
    }
}
