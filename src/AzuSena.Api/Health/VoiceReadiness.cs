using System.Text.Json;
using AzuSena.Voice;

namespace AzuSena.Api.Health;

/// <summary>Whether spoken questions are accepted; written ones are answered in any case.</summary>
/// <param name="State"><c>ready</c>, <c>loading</c>, <c>off</c> or <c>unavailable</c>.</param>
/// <param name="Model">The speech recognition model.</param>
/// <param name="Problem">Why they are not accepted and what to do, for the operator.</param>
/// <param name="Engine">What computes the model, on what, and why; null before it is loaded.</param>
internal sealed record VoiceReadiness(string State, string Model, string? Problem, EngineReadiness? Engine)
{
    public static VoiceReadiness Of(VoiceStatus status) =>
        new(JsonNamingPolicy.SnakeCaseLower.ConvertName(status.State.ToString()), status.Model, status.Problem,
            status.Engine is { } engine ? new EngineReadiness(engine.Name, engine.Library, engine.Reason) : null);
}

/// <summary>What computes the speech recognition model.</summary>
/// <param name="Name"><c>onnx</c> or <c>whisper.net</c>.</param>
/// <param name="Library"><c>cpu</c>, or the library of a card, such as <c>vulkan</c>.</param>
/// <param name="Reason">Why, for the operator.</param>
internal sealed record EngineReadiness(string Name, string Library, string Reason);
