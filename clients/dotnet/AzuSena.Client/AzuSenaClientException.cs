using System.Text.Json;

namespace AzuSena.Client;

/// <summary>An error of the service: a stable code for programs, a message for people.</summary>
/// <param name="code">The stable code, such as <c>question_invalid</c>.</param>
/// <param name="message">The message, in the language that the request accepts.</param>
/// <param name="status">The HTTP status; null for a failure in the middle of an answer.</param>
/// <param name="field">The field of the request that is wrong, if it is one.</param>
public sealed class AzuSenaClientException(string code, string message, int? status = null, string? field = null) : Exception(message)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status; null for a failure in the middle of an answer.</summary>
    public int? Status { get; } = status;

    /// <summary>The field of the request that is wrong, if it is one.</summary>
    public string? Field { get; } = field;

    /// <summary>The error that a response tells.</summary>
    internal static async Task<AzuSenaClientException> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        try
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(cancellationToken));
            return new AzuSenaClientException(Text(problem, "code") ?? "internal", Text(problem, "detail") ?? $"HTTP {status}", status, Text(problem, "field"));
        }
        catch (JsonException)
        {
            return new AzuSenaClientException("internal", $"HTTP {status}", status);
        }
    }

    private static string? Text(JsonElement problem, string name) =>
        problem.ValueKind is JsonValueKind.Object && problem.TryGetProperty(name, out var member) ? member.GetString() : null;
}
