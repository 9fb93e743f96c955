using System.Text.Json;
using AzuSena.Api.Bodies;
using AzuSena.Errors;

namespace AzuSena.Api.OpenAi.Requests;

/// <summary>
/// The body of a request below <c>/v1</c>: a JSON object whose members are read one by one, so that unknown ones do no harm and a wrong one is named.
/// </summary>
internal sealed class JsonRequest
{
    private readonly JsonElement _root;

    private JsonRequest(JsonElement root) => _root = root;

    /// <summary>Reads the body.</summary>
    /// <exception cref="AzuSenaException">It is not a JSON object.</exception>
    public static async Task<JsonRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(request.ContentType) && !request.HasJsonContentType())
        {
            throw new AzuSenaException(ErrorCode.MediaTypeUnsupported);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new JsonRequest(document.RootElement.Clone())
                : throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("BodyNotJson"));
        }
        catch (JsonException exception)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("BodyNotJson"), exception);
        }
    }

    /// <summary>A member; null if it is missing or <c>null</c>.</summary>
    public JsonElement? Find(string name) => _root.Find(name);

    /// <summary>A text; null if it is missing.</summary>
    /// <exception cref="AzuSenaException">It is no text.</exception>
    public string? Text(string name) => Find(name) is { } found ? found.AsText() ?? throw Wrong(name, "KindText") : null;

    /// <summary>A text that is not empty.</summary>
    /// <exception cref="AzuSenaException">It is missing or no text.</exception>
    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw Missing(name);

    /// <summary>Whether a member is true; false if it is missing.</summary>
    /// <exception cref="AzuSenaException">It is neither true nor false.</exception>
    public bool Flag(string name) => Find(name) is { } found && (found.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "KindFlag"),
    });

    /// <summary>A whole number; null if it is missing.</summary>
    /// <exception cref="AzuSenaException">It is none.</exception>
    public int? Number(string name) =>
        Find(name) is { } found ? WholeNumber.TryRead(found, out var number) ? number : throw Wrong(name, "KindWhole") : null;

    /// <summary>The error of a field that is missing.</summary>
    public static AzuSenaException Missing(string field) =>
        new(ErrorCode.RequestInvalid, ErrorCodeNames.Text("FieldMissing", field)) { Field = field };

    /// <summary>The error of a field that is something else.</summary>
    /// <param name="field">The field.</param>
    /// <param name="kind">The name of the text that says what it must be, in <c>ErrorMessages.resx</c>.</param>
    public static AzuSenaException Wrong(string field, string kind) =>
        new(ErrorCode.RequestInvalid, ErrorCodeNames.Text("FieldWrong", field, ErrorCodeNames.Text(kind))) { Field = field };

    /// <summary>The error of a field that asks for what the service cannot do.</summary>
    /// <param name="field">The field.</param>
    /// <param name="reason">The name of the text that says why, in <c>ErrorMessages.resx</c>.</param>
    /// <param name="arguments">What is put into that text.</param>
    public static AzuSenaException NotAble(string field, string reason, params object[] arguments) =>
        new(ErrorCode.UnsupportedParameter, ErrorCodeNames.Text("ParameterNotAble", field, ErrorCodeNames.Text(reason, arguments))) { Field = field };
}
