using System.Runtime.InteropServices;
using AzuSena.Api.Docs;
using AzuSena.Api.OpenAi.Models;
using AzuSena.Api.OpenAi.Requests;
using AzuSena.Api.Work;
using AzuSena.Errors;
using AzuSena.Memory.Embeddings;
using AzuSena.Prompts.Budget;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.OpenAi.Embeddings;

/// <summary><c>POST /v1/embeddings</c>: vectors by the model that the search uses.</summary>
internal static class EmbeddingsEndpoint
{
    public static void MapEmbeddings(this IEndpointRouteBuilder api) => api.MapPost("/embeddings", EmbedAsync)
        .EndsWithTheService()
        .Reads<EmbeddingsBody>()
        .WithSummary("Calcula los vectores de uno o varios textos, como lo hace OpenAI.")
        .WithDescription("Con el modelo de la búsqueda: azusena, o su propio nombre.");

    private static async Task<Ok<EmbeddingList>> EmbedAsync(HttpContext context, IEmbedderSource embedders, CancellationToken cancellationToken)
    {
        var request = EmbeddingsRequest.Of(await JsonRequest.ReadAsync(context.Request, cancellationToken));
        var embedder = await embedders.CurrentAsync(cancellationToken) ?? throw new AzuSenaException(ErrorCode.EmbeddingsUnavailable);
        Check(request, embedder.Fingerprint);
        var vectors = await VectorsAsync(embedder, request, cancellationToken);
        var tokens = request.Texts.Sum(text => TokenEstimate.Of(text));
        return TypedResults.Ok(new EmbeddingList(
            "list",
            [.. vectors.Select((vector, index) => new EmbeddingEntry("embedding", index, request.AsBase64 ? Base64(vector) : vector))],
            embedder.Fingerprint.Model,
            new EmbeddingUsage(tokens, tokens)));
    }

    private static void Check(EmbeddingsRequest request, EmbeddingFingerprint model)
    {
        if (request.Model != ModelNames.Default && request.Model != model.Model)
        {
            throw ModelNames.Unknown(request.Model, [ModelNames.Default, model.Model]);
        }

        if (request.Dimensions is { } dimensions && dimensions != model.Dimension)
        {
            throw JsonRequest.NotAble("dimensions", "OnlyDimension", model.Dimension);
        }
    }

    private static async Task<IReadOnlyList<float[]>> VectorsAsync(Embedder embedder, EmbeddingsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (!request.AreQuestions)
            {
                return await embedder.EmbedPassagesAsync(request.Texts, cancellationToken);
            }

            var vectors = new List<float[]>();
            foreach (var text in request.Texts)
            {
                vectors.Add(await embedder.EmbedQuestionAsync(text, cancellationToken));
            }

            return vectors;
        }
        catch (EmbeddingException exception)
        {
            throw new AzuSenaException(ErrorCode.EmbeddingsUnavailable, exception);
        }
    }

    // OpenAI's clients read the bytes as they lie in memory on a little-endian machine.
    private static string Base64(float[] vector) => Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan()));

    /// <summary>The vectors of the texts.</summary>
    /// <param name="Object">Always <c>list</c>.</param>
    /// <param name="Data">The vectors, in the order of the texts.</param>
    /// <param name="Model">The model that made them.</param>
    /// <param name="Usage">The estimated tokens.</param>
    internal sealed record EmbeddingList(string Object, IReadOnlyList<EmbeddingEntry> Data, string Model, EmbeddingUsage Usage);

    /// <summary>A vector.</summary>
    /// <param name="Object">Always <c>embedding</c>.</param>
    /// <param name="Index">Which text's, from 0.</param>
    /// <param name="Embedding">Its components, L2-normalised, or their bytes as Base64.</param>
    internal sealed record EmbeddingEntry(string Object, int Index, object Embedding);

    /// <summary>The tokens of a request.</summary>
    /// <param name="PromptTokens">Of all texts.</param>
    /// <param name="TotalTokens">The same.</param>
    internal sealed record EmbeddingUsage(int PromptTokens, int TotalTokens);
}
