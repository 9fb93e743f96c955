using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AzuSena.Api.Voice;

/// <summary>Describes the form with a recording in the OpenAPI document; it is read by <see cref="VoiceFormReader"/>.</summary>
internal static class VoiceFormDescription
{
    private const string OwnField = "audio_file";
    private const string OpenAiField = "file";

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        Describe(operation, OwnField);
        return Task.CompletedTask;
    }

    /// <summary>The same form, with the fields of OpenAI's clients.</summary>
    public static Task DescribeOpenAiAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var properties = Describe(operation, OpenAiField);
        properties["model"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Se ignora." };
        properties["response_format"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "json, text, verbose_json, srt o vtt." };
        properties["stream"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "true para recibirla parte por parte." };
        return Task.CompletedTask;
    }

    private static Dictionary<string, IOpenApiSchema> Describe(OpenApiOperation operation, string recording)
    {
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            [recording] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "binary",
                Description = "WAV, MP3, OGG, WebM, M4A, FLAC o AAC."
            },
            ["language"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Idioma hablado, como es, o auto." },
        };
        if (recording == OwnField)
        {
            properties["conversation_id"] = new OpenApiSchema { Type = JsonSchemaType.String };
            properties["max_docs"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "De 1 a 20." };
            properties["prompt_variant"] = new OpenApiSchema { Type = JsonSchemaType.String };
        }

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
                        Required = new HashSet<string>(StringComparer.Ordinal) { recording },
                        Properties = properties,
                    },
                },
            },
        };
        return properties;
    }
}
