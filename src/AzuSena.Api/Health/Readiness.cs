using AzuSena.Memory.Reading;
using AzuSena.Memory.Vectors;
using AzuSena.Prompts;

namespace AzuSena.Api.Health;

/// <summary>Whether the service can answer, and from what.</summary>
/// <param name="Status">
/// <c>ready</c>, <c>indexing</c>, <c>corpus_unavailable</c>, <c>store_unavailable</c>, <c>stopping</c> or, if a provider is configured,
/// <c>model_unavailable</c>.
/// </param>
/// <param name="Mode">How answers are made: <c>extractive</c>, or the server and its model.</param>
/// <param name="Model">The model in use, or why there is none.</param>
/// <param name="Generation">The number of indexing runs that changed something.</param>
/// <param name="Documents">The number of indexed documents.</param>
/// <param name="Passages">The number of indexed passages.</param>
/// <param name="SkippedFiles">Files of the last run that could not be read; the log names them.</param>
/// <param name="LeftOut">The files of the last run that were not read or only in part, with the reason; the first hundred.</param>
/// <param name="Indexing">The progress of a running indexing.</param>
/// <param name="Vectors">The state of vector search; questions are answered without it too.</param>
/// <param name="Reader">The state of the reader; questions are answered without it too.</param>
/// <param name="Voice">Whether spoken questions are accepted.</param>
/// <param name="PromptProblems">Problems in prompt files; their previous versions stay in use.</param>
/// <param name="Plugins">The status of each plugin.</param>
/// <param name="Degraded">Background services that failed recently; each restarts automatically, and questions are answered meanwhile.</param>
internal sealed record Readiness(
    string Status,
    string Mode,
    ModelReadiness Model,
    long Generation,
    int Documents,
    int Passages,
    int SkippedFiles,
    IReadOnlyList<LeftOutReadiness> LeftOut,
    IndexingProgress? Indexing,
    VectorStatus Vectors,
    ReaderStatus Reader,
    VoiceReadiness Voice,
    IReadOnlyList<PromptProblem> PromptProblems,
    IReadOnlyList<PluginReadiness> Plugins,
    IReadOnlyList<string> Degraded)
{
    /// <summary>Whether questions can be answered.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsReady => Status == "ready";
}

/// <summary>A file that was not read, or only in part.</summary>
/// <param name="Path">Its path below the corpus folder.</param>
/// <param name="Reason">The reason and what to do, in Spanish.</param>
internal sealed record LeftOutReadiness(string Path, string Reason);

/// <summary>The progress of an indexing run.</summary>
/// <param name="Done">Files processed.</param>
/// <param name="Total">Files in total.</param>
internal sealed record IndexingProgress(int Done, int Total);
