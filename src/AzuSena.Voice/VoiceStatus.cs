using AzuSena.Voice.Transcribing;

namespace AzuSena.Voice;

/// <summary>The status of speech recognition.</summary>
/// <param name="State">Whether spoken questions are possible.</param>
/// <param name="Model">The name of the speech recognition model.</param>
/// <param name="Problem">Why they are not and what to do, in Spanish, for the operator.</param>
/// <param name="Engine">What computes it, and why; null before it is loaded.</param>
public sealed record VoiceStatus(VoiceState State, string Model, string? Problem = null, SpeechEngine? Engine = null);

/// <summary>Whether spoken questions are possible.</summary>
public enum VoiceState
{
    /// <summary>The model is being loaded.</summary>
    Loading,

    /// <summary>The model is loaded and warmed up.</summary>
    Ready,

    /// <summary>Disabled.</summary>
    Off,

    /// <summary>The model is missing, or cannot be loaded.</summary>
    Unavailable,
}
