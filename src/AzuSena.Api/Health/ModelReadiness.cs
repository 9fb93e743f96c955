using System.Text.Json;
using AzuSena.Models;

namespace AzuSena.Api.Health;

/// <summary>Whether the language model is available.</summary>
/// <param name="Provider"><c>ollama</c>, <c>openai</c> or <c>none</c>.</param>
/// <param name="Name">The model's name; absent without a provider.</param>
/// <param name="State"><c>ready</c>, <c>missing</c> (the server does not have it), <c>unreachable</c>, <c>unknown</c> (not checked yet) or <c>off</c>.</param>
/// <param name="Problem">Why it is not available and what to do, for the operator.</param>
internal sealed record ModelReadiness(string Provider, string? Name, string State, string? Problem)
{
    public static ModelReadiness Of(ModelStatus status) => new(
        status.Provider,
        status.Model.Length == 0 ? null : status.Model,
        JsonNamingPolicy.SnakeCaseLower.ConvertName(status.State.ToString()),
        status.Problem);
}
