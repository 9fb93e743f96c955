using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>The model is not in memory yet, so the first token will take a while.</summary>
/// <param name="model">The model's name.</param>
public sealed class ModelLoadingContent(string model) : AIContent
{
    /// <summary>The model's name.</summary>
    public string Model => model;
}
