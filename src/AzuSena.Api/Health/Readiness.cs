using AzuSena.Memory.Vectors;
using AzuSena.Prompts;

namespace AzuSena.Api.Health;

/// <summary>Whether the service can answer, and from what.</summary>
/// <param name="Status">
/// <c>ready</c>, <c>indexing</c>, <c>corpus_unavailable</c>, <c>store_unavailable</c>, <c>stopping</c> or, where the operator named a provider,
/// <c>model_unavailable</c>.
/// </param>
/// <param name="Mode">How answers are made: <c>extractive</c>, or the server and its model.</param>
/// <param name="Model">Which model serves, or why none does.</param>
/// <param name="Generation">Counts the indexing runs that changed something.</param>
/// <param name="Documents">Documents that can be answered from.</param>
/// <param name="Passages">Passages that can be answered from.</param>
/// <param name="SkippedFiles">Files of the last run that could not be read; the log names them.</param>
/// <param name="Indexing">How far the run is, while it runs.</param>
/// <param name="Vectors">How the vector half of search stands; questions are answered without it too.</param>
/// <param name="Voice">Whether questions can be spoken.</param>
/// <param name="PromptProblems">What is wrong with prompt files; older versions of them serve.</param>
/// <param name="Plugins">What became of each plugin.</param>
/// <param name="Degraded">Background services that failed a short while ago; each begins anew by itself, and questions are answered meanwhile.</param>
internal sealed record Readiness(
    string Status,
    string Mode,
    ModelReadiness Model,
    long Generation,
    int Documents,
    int Passages,
    int SkippedFiles,
    IndexingProgress? Indexing,
    VectorStatus Vectors,
    VoiceReadiness Voice,
    IReadOnlyList<PromptProblem> PromptProblems,
    IReadOnlyList<PluginReadiness> Plugins,
    IReadOnlyList<string> Degraded)
{
    /// <summary>Whether questions can be answered.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsReady => Status == "ready";
}

/// <summary>How far an indexing run is.</summary>
/// <param name="Done">Files looked at.</param>
/// <param name="Total">Files to look at.</param>
internal sealed record IndexingProgress(int Done, int Total);
