using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Health;

/// <summary>The liveness and readiness endpoints.</summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<IndexingStatus>()
        .AddSingleton<ReadinessReport>()
        .AddHostedService<StartupIndexing>()
        .AddHostedService<IndexRecovery>()
        .AddHostedService<PassageUpkeepService>();

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/health").WithTags("Estado");
        group.MapGet("", () => TypedResults.Ok(new Health("ok"))).WithSummary("El proceso vive.");
        group.MapGet("/ready", ReadyAsync).WithSummary("El índice está abierto y se puede preguntar.");
    }

    private static async Task<Results<Ok<Readiness>, JsonHttpResult<Readiness>>> ReadyAsync(ReadinessReport report)
    {
        var readiness = await report.ReadAsync();
        return readiness.IsReady ? TypedResults.Ok(readiness) : TypedResults.Json(readiness, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Liveness.</summary>
    /// <param name="Status"><c>ok</c>.</param>
    internal sealed record Health(string Status);
}
