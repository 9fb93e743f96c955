using AzuSena.Answering;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Plugins;
using AzuSena.Prompts;

namespace AzuSena.Api.Health;

/// <summary>Asks every part of the service how it stands.</summary>
internal sealed class ReadinessReport(
    PassageStore store, PassageVectors vectors, IndexingStatus indexing, PromptLibrary prompts, PluginRegistry plugins, IAnswerComposer composer)
{
    public async Task<Readiness> ReadAsync()
    {
        var (status, generation, documents, passages) = ReadStore();
        return new Readiness(
            status,
            composer.Mode,
            generation,
            documents,
            passages,
            indexing.Skipped,
            indexing is { Ready.IsCompleted: false, Progress: { } progress } ? new IndexingProgress(progress.Done, progress.Total) : null,
            vectors.Status,
            prompts.Problems,
            await PluginReadiness.OfAsync(plugins));
    }

    private (string Status, long Generation, int Documents, int Passages) ReadStore()
    {
        try
        {
            using var snapshot = store.Read();
            return (snapshot.Generation > 0 ? "ready" : "indexing", snapshot.Generation, snapshot.DocumentCount, snapshot.PassageCount);
        }
        catch (AzuSenaException)
        {
            return ("store_unavailable", 0, 0, 0);
        }
    }
}
