using System.Text.Json;
using AzuSena.Api.Bodies;
using AzuSena.Api.OpenAi.Requests;
using AzuSena.Errors;

namespace AzuSena.Api.OpenAi.Embeddings;

/// <summary>A request to <c>/v1/embeddings</c>.</summary>
/// <param name="Model">The model that is asked for.</param>
/// <param name="Texts">The texts, in order.</param>
/// <param name="AsBase64">Whether vectors are wanted as Base64 of little-endian floats, which OpenAI's own clients ask for.</param>
/// <param name="Dimensions">The components of a vector, if the client states them.</param>
/// <param name="AreQuestions">Whether the texts are questions rather than passages; some models embed them differently.</param>
internal sealed record EmbeddingsRequest(string Model, IReadOnlyList<string> Texts, bool AsBase64, int? Dimensions, bool AreQuestions)
{
    private const string Input = "input";
    private const int MaxTexts = 256;
    private const int MaxLength = 32_000;

    /// <summary>Reads a request.</summary>
    /// <exception cref="AzuSenaException">A field is missing, wrong, or asks for what the service cannot do.</exception>
    public static EmbeddingsRequest Of(JsonRequest request) => new(
        request.Required("model"),
        TextsOf(request.Find(Input) ?? throw JsonRequest.Missing(Input)),
        request.Text("encoding_format") switch
        {
            null or "float" => false,
            "base64" => true,
            _ => throw JsonRequest.Wrong("encoding_format", "KindEncoding"),
        },
        request.Number("dimensions"),
        request.Text("input_type") switch
        {
            null or "passage" or "document" => false,
            "query" => true,
            _ => throw JsonRequest.Wrong("input_type", "KindInputType"),
        });

    private static List<string> TextsOf(JsonElement input)
    {
        JsonElement[] elements = input.ValueKind switch
        {
            JsonValueKind.String => [input],
            JsonValueKind.Array => [.. input.EnumerateArray()],
            _ => throw JsonRequest.Wrong(Input, "KindTexts"),
        };
        if (elements.Length > MaxTexts)
        {
            throw JsonRequest.NotAble(Input, "TooManyInputs", MaxTexts);
        }

        if (elements is [{ ValueKind: JsonValueKind.Number or JsonValueKind.Array }, ..])
        {
            throw JsonRequest.NotAble(Input, "NoTokens");
        }

        var texts = elements.Select(element => element.AsText()).OfType<string>().Where(text => text.Length > 0).ToList();
        return texts.Count == 0 || texts.Count < elements.Length ? throw JsonRequest.Wrong(Input, "KindTexts")
            : texts.Exists(text => text.Length > MaxLength) ? throw JsonRequest.NotAble(Input, "InputTooLong", MaxLength)
            : texts;
    }
}
