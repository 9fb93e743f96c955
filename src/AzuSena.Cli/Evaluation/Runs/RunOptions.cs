using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Evaluation.Runs;

/// <summary>What a run is composed of beside its data.</summary>
internal sealed record RunOptions
{
    /// <summary>Folder of the documents; null for the configured one. Unused where the data set brings its own paragraphs.</summary>
    public string? Corpus { get; init; }

    /// <summary>Whether vectors are searched too, with the configured embedder.</summary>
    public bool WithVectors { get; init; }

    /// <summary>Whether the configured model writes the answers; extraction otherwise.</summary>
    public bool WithModel { get; init; }

    /// <summary>Whether each answerable question is also searched with one typing error.</summary>
    public bool WithTypos { get; init; } = true;

    /// <summary>Puts something else in a service's place.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>Told of each finished question: how many are done.</summary>
    public Action<int>? Progress { get; init; }
}
