namespace AzuSena.Models;

/// <summary>What was found when the model server was last looked at or used.</summary>
/// <param name="Provider"><c>ollama</c>, <c>openai</c> or <c>none</c>.</param>
/// <param name="Model">The model's name; empty without a provider.</param>
/// <param name="State">Whether it serves.</param>
/// <param name="Problem">Why it does not and what to do, in Spanish, for the operator; null while it serves.</param>
public sealed record ModelStatus(string Provider, string Model, ModelState State, string? Problem = null);

/// <summary>Whether the model serves.</summary>
public enum ModelState
{
    /// <summary>Not looked at yet.</summary>
    Unknown,

    /// <summary>No model is wanted.</summary>
    Off,

    /// <summary>The server answers and has the model.</summary>
    Ready,

    /// <summary>The server answers and does not have the model.</summary>
    Missing,

    /// <summary>The server does not answer, or failed.</summary>
    Unreachable,
}
