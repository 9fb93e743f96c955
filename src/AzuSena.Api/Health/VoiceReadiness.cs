using System.Text.Json;
using AzuSena.Voice;

namespace AzuSena.Api.Health;

/// <summary>Whether questions can be spoken; written ones are answered all the same.</summary>
/// <param name="State"><c>ready</c>, <c>loading</c>, <c>off</c> or <c>unavailable</c>.</param>
/// <param name="Model">The model that hears them.</param>
/// <param name="Problem">Why they cannot and what to do, for the operator.</param>
internal sealed record VoiceReadiness(string State, string Model, string? Problem)
{
    public static VoiceReadiness Of(VoiceStatus status) =>
        new(JsonNamingPolicy.SnakeCaseLower.ConvertName(status.State.ToString()), status.Model, status.Problem);
}
