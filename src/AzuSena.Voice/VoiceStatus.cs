namespace AzuSena.Voice;

/// <summary>How hearing stands.</summary>
/// <param name="State">Whether questions can be spoken.</param>
/// <param name="Model">The model that hears them, by name.</param>
/// <param name="Problem">Why they cannot and what to do, in Spanish, for the operator.</param>
public sealed record VoiceStatus(VoiceState State, string Model, string? Problem = null);

/// <summary>Whether questions can be spoken.</summary>
public enum VoiceState
{
    /// <summary>The model is being loaded.</summary>
    Loading,

    /// <summary>The model is in memory and warm.</summary>
    Ready,

    /// <summary>Switched off.</summary>
    Off,

    /// <summary>There is no model, or it cannot be loaded.</summary>
    Unavailable,
}
