using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.OpenAi.Models;

/// <summary><c>GET /v1/models</c>: the names by which clients ask AzuSENA.</summary>
internal static class ModelEndpoints
{
    private const string Owner = "azusena";

    public static void MapModels(this IEndpointRouteBuilder api)
    {
        api.MapGet("/models", (ModelNames names, TimeProvider time) => List(names, Started(time)))
            .WithSummary("Los modelos con los que se puede preguntar.");
        api.MapGet("/models/{model}", (string model, ModelNames names, TimeProvider time) => TypedResults.Ok(Of(names.Find(model).Name, Started(time))))
            .WithSummary("Uno de los modelos.");
    }

    private static Ok<ModelList> List(ModelNames names, long created) =>
        TypedResults.Ok(new ModelList("list", [.. names.All.Select(name => Of(name, created))]));

    private static ModelEntry Of(string name, long created) => new(name, "model", created, Owner);

    // Nothing is known about when a model was made; today's midnight stays the same for a client that compares lists.
    private static long Started(TimeProvider time) => new DateTimeOffset(time.GetUtcNow().Date, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>The list of models.</summary>
    /// <param name="Object">Always <c>list</c>.</param>
    /// <param name="Data">The models.</param>
    internal sealed record ModelList(string Object, IReadOnlyList<ModelEntry> Data);

    /// <summary>A model.</summary>
    /// <param name="Id">Its name.</param>
    /// <param name="Object">Always <c>model</c>.</param>
    /// <param name="Created">Unix time in seconds.</param>
    /// <param name="OwnedBy">Who offers it.</param>
    internal sealed record ModelEntry(string Id, string Object, long Created, string OwnedBy);
}
