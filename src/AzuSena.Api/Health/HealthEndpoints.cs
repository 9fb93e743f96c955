using AzuSena.Answering;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using AzuSena.Plugins;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Health;

/// <summary>Whether the service lives, and whether it can answer.</summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<IndexingStatus>()
        .AddHostedService<StartupPlugins>()
        .AddHostedService<StartupIndexing>();

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/health").WithTags("Estado");
        group.MapGet("", () => TypedResults.Ok(new Health("ok"))).WithSummary("El proceso vive.");
        group.MapGet("/ready", ReadyAsync).WithSummary("El índice está abierto y se puede preguntar.");
    }

    private static async Task<Results<Ok<Readiness>, JsonHttpResult<Readiness>>> ReadyAsync(PassageStore store, IndexingStatus indexing, IAnswerComposer composer, PluginRegistry registry)
    {
        var plugins = await PluginReadiness.OfAsync(registry);
        var progress = indexing.Ready.IsCompleted ? null : indexing.Progress;
        try
        {
            using var snapshot = store.Read();
            var isReady = snapshot.Generation > 0;
            var readiness = new Readiness(
                isReady ? "ready" : "indexing",
                composer.Mode,
                snapshot.Generation,
                snapshot.DocumentCount,
                snapshot.PassageCount,
                indexing.Skipped,
                progress is null ? null : new IndexingProgress(progress.Done, progress.Total),
                plugins);
            return isReady ? TypedResults.Ok(readiness) : TypedResults.Json(readiness, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (AzuSenaException)
        {
            var readiness = new Readiness("store_unavailable", composer.Mode, 0, 0, 0, 0, Indexing: null, plugins);
            return TypedResults.Json(readiness, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Liveness.</summary>
    /// <param name="Status"><c>ok</c>.</param>
    internal sealed record Health(string Status);

    /// <summary>Readiness.</summary>
    /// <param name="Status"><c>ready</c>, <c>indexing</c> or <c>store_unavailable</c>.</param>
    /// <param name="Mode">How answers are made: <c>extractive</c>.</param>
    /// <param name="Generation">Counts the indexing runs that changed something.</param>
    /// <param name="Documents">Documents that can be answered from.</param>
    /// <param name="Passages">Passages that can be answered from.</param>
    /// <param name="SkippedFiles">Files of the last run that could not be read; the log names them.</param>
    /// <param name="Indexing">How far the run is, while it runs.</param>
    /// <param name="Plugins">What became of each plugin.</param>
    internal sealed record Readiness(
        string Status,
        string Mode,
        long Generation,
        int Documents,
        int Passages,
        int SkippedFiles,
        IndexingProgress? Indexing,
        IReadOnlyList<PluginReadiness> Plugins);

    /// <summary>How far an indexing run is.</summary>
    /// <param name="Done">Files looked at.</param>
    /// <param name="Total">Files to look at.</param>
    internal sealed record IndexingProgress(int Done, int Total);
}
