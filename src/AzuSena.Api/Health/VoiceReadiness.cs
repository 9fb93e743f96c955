using System.Text.Json;
using AzuSena.Voice;

namespace AzuSena.Api.Health;

/// <summary>Whether spoken questions are accepted; written ones are answered in any case.</summary>
/// <param name="State"><c>ready</c>, <c>loading</c>, <c>off</c> or <c>unavailable</c>.</param>
/// <param name="Model">The speech recognition model.</param>
/// <param name="Problem">Why they are not accepted and what to do, for the operator.</param>
internal sealed record VoiceReadiness(string State, string Model, string? Problem)
{
    public static VoiceReadiness Of(VoiceStatus status) =>
        new(JsonNamingPolicy.SnakeCaseLower.ConvertName(status.State.ToString()), status.Model, status.Problem);
}
