using AzuSena.Answering;
using AzuSena.Api.Supervision;
using AzuSena.Api.Work;
using AzuSena.Errors;
using AzuSena.Memory;
using AzuSena.Memory.Reading;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Models;
using AzuSena.Plugins;
using AzuSena.Prompts;
using AzuSena.Voice.Transcribing;

namespace AzuSena.Api.Health;

/// <summary>Collects the state of every part of the service.</summary>
internal sealed class ReadinessReport(
    PassageStore store,
    PassageVectors vectors,
    PassageReader reader,
    IndexingStatus indexing,
    PromptLibrary prompts,
    PluginRegistry plugins,
    IChatModelSource models,
    SpeechModel speech,
    IAnswerComposer extractive,
    RunningWork work,
    BackgroundHealth background)
{
    private const int MaxLeftOut = 100;

    private string Indexing => indexing.Problem is ErrorCode.CorpusUnavailable ? ErrorCode.CorpusUnavailable.WireName() : "indexing";

    public async Task<Readiness> ReadAsync()
    {
        var (status, state, documents, passages, leftOut) = ReadStore();
        return new Readiness(
            work.IsStopping ? "stopping" : status,
            models.Status is { State: ModelState.Ready } model ? $"{model.Provider}:{model.Model}" : extractive.Mode,
            ModelReadiness.Of(models.Status),
            state.Generation,
            documents,
            passages,
            indexing.Skipped,
            leftOut,
            indexing.Progress is { } progress ? new IndexingProgress(progress.Done, progress.Total) : null,
            vectors.StatusFor(state),
            reader.Status,
            VoiceReadiness.Of(speech.Status),
            prompts.Problems,
            await PluginReadiness.OfAsync(plugins),
            background.Degraded);
    }

    // If a provider is configured, questions fail without it.
    private string StatusOf(long generation) =>
        generation == 0 ? Indexing : models is { IsRequired: true, Status.State: not ModelState.Ready } ? "model_unavailable" : "ready";

    private (string Status, StoreState State, int Documents, int Passages, IReadOnlyList<LeftOutReadiness> LeftOut) ReadStore()
    {
        try
        {
            using var snapshot = store.Read();
            return (StatusOf(snapshot.Generation), snapshot.State, snapshot.DocumentCount, snapshot.PassageCount, LeftOut(snapshot));
        }
        catch (AzuSenaException exception)
        {
            // Damaged, and about to be rebuilt.
            return (exception.Code is ErrorCode.IndexNotReady ? Indexing : "store_unavailable", default, 0, 0, []);
        }
    }

    private static List<LeftOutReadiness> LeftOut(StoreSnapshot snapshot) => snapshot.LeftOut()
        .Select(file => new LeftOutReadiness(file.Path, file.Reason))
        .Concat(snapshot.DocumentNotes(MaxLeftOut).SelectMany(document => document.Notes.Select(note => new LeftOutReadiness(document.Path, note.Text))))
        .Take(MaxLeftOut)
        .ToList();
}
