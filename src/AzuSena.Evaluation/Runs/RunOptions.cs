using AzuSena.Evaluation.Replies;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Evaluation.Runs;

/// <summary>The settings of a run other than its data.</summary>
public sealed record RunOptions
{
    /// <summary>Folder of the documents; null for the configured one. Unused if the data set has its own paragraphs.</summary>
    public string? Corpus { get; init; }

    /// <summary>What takes part beside words.</summary>
    public SearchParts Parts { get; init; }

    /// <summary>Whether the configured model writes the answers; extraction otherwise.</summary>
    public bool WithModel { get; init; }

    /// <summary>Recorded replies to use instead of the model; null to ask the model itself.</summary>
    public RecordedReplies? Replies { get; init; }

    /// <summary>Whether the model is asked and its replies recorded.</summary>
    public bool IsRecording { get; init; }

    /// <summary>The variant of the answer's prompt; null to leave the choice to the product.</summary>
    public string? PromptVariant { get; init; }

    /// <summary>Folder of the prompts; null for the configured one.</summary>
    public string? Prompts { get; init; }

    /// <summary>Whether each answerable question is also searched with one typing error.</summary>
    public bool WithTypos { get; init; } = true;

    /// <summary>Replaces services.</summary>
    public Action<IServiceCollection>? Replace { get; init; }
}
