namespace AzuSena.Models;

/// <summary>The result of the last check or use of the model server.</summary>
/// <param name="Provider"><c>ollama</c>, <c>openai</c> or <c>none</c>.</param>
/// <param name="Model">The model's name; empty without a provider.</param>
/// <param name="State">Whether the model is available.</param>
/// <param name="Problem">Why it is not and what to do, in Spanish, for the operator; null while it is available.</param>
public sealed record ModelStatus(string Provider, string Model, ModelState State, string? Problem = null);

/// <summary>Whether the model is available.</summary>
public enum ModelState
{
    /// <summary>Not checked yet.</summary>
    Unknown,

    /// <summary>No model is configured.</summary>
    Off,

    /// <summary>The server answers and has the model.</summary>
    Ready,

    /// <summary>The server answers but does not have the model.</summary>
    Missing,

    /// <summary>The server does not answer, or failed.</summary>
    Unreachable,
}
