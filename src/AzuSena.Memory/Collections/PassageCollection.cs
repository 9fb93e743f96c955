using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using AzuSena.Errors;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Passages;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace AzuSena.Memory.Collections;

/// <summary>
/// The memory as a Microsoft.Extensions.VectorData collection: SQLite holds the passages, the vector index is derived. <see cref="VectorUpkeep"/> computes the
/// vector of an upserted passage; until then only its words are searched.
/// </summary>
/// <remarks>
/// Safe for concurrent use. Upserted passages survive indexing of the corpus folder, unless the folder has a document of the same path. Filters are those that
/// <see cref="ConditionTranslator"/> supports; others throw <see cref="NotSupportedException"/>. Vectors are never returned.
/// </remarks>
public sealed class PassageCollection(PassageStore store, PassageSearch search, PassageVectors vectors)
    : VectorStoreCollection<string, Passage>, IKeywordHybridSearchable<Passage>
{
    private static readonly VectorStoreCollectionMetadata Metadata =
        new() { VectorStoreSystemName = "azusena", VectorStoreName = "memory", CollectionName = "passages" };

    /// <inheritdoc/>
    public override string Name => Metadata.CollectionName!;

    /// <inheritdoc/>
    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) => Task.FromResult(store.HoldsAnything());

    /// <inheritdoc/>
    public override Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default)
    {
        _ = store.HoldsAnything();
        return Task.CompletedTask;
    }

    /// <summary>Removes every document.</summary>
    /// <param name="cancellationToken">Ignored: the removal is one short transaction.</param>
    public override Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default)
    {
        using var writer = store.Write();
        foreach (var path in writer.ContentHashes().Keys)
        {
            writer.Remove(path);
        }

        writer.Commit();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<Passage?> GetAsync(string key, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        Refuse(options?.IncludeVectors is true);
        using var snapshot = store.Read();
        return Task.FromResult(snapshot.Find(key));
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<Passage> GetAsync(
        Expression<Func<Passage, bool>> filter,
        int top,
        FilteredRecordRetrievalOptions<Passage>? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        Refuse(options?.IncludeVectors is true);
        await Task.CompletedTask;
        var order = options?.OrderBy?.Invoke(new()).Values
            .Select(sort => $"{ConditionTranslator.ColumnOf(sort.PropertySelector)} {(sort.Ascending ? "ASC" : "DESC")}") ?? [];
        using var snapshot = store.Read();
        foreach (var passage in snapshot.Load(snapshot.KeysWhere(ConditionTranslator.Translate(filter), [.. order]).Skip(options?.Skip ?? 0).Take(top)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return passage;
        }
    }

    /// <inheritdoc/>
    public override Task UpsertAsync(Passage record, CancellationToken cancellationToken = default) => UpsertAsync([record], cancellationToken);

    /// <summary>Upserts passages, all or none; each replaces the passage at its position of its document or with its id.</summary>
    /// <param name="records">The passages.</param>
    /// <param name="cancellationToken">Cancels the work; nothing is upserted.</param>
    public override Task UpsertAsync(IEnumerable<Passage> records, CancellationToken cancellationToken = default)
    {
        using var writer = store.Write();
        foreach (var passage in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.PutPassage(PreparedPassage.Of(passage));
        }

        writer.Commit();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        using var writer = store.Write();
        writer.RemovePassage(key);
        writer.Commit();
        return Task.CompletedTask;
    }

    /// <summary>The passages whose vectors are nearest, best first, with the cosine as their score.</summary>
    /// <param name="searchValue">A text, or a vector (<c>float[dim]</c>, L2-normalised) of the embedder in use.</param>
    /// <param name="top">The maximum number of results.</param>
    /// <param name="options">Filter, threshold and how many to skip.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="VectorStoreException">There are no vectors to compare with.</exception>
    public override async IAsyncEnumerable<VectorSearchResult<Passage>> SearchAsync<TInput>(
        TInput searchValue,
        int top,
        VectorSearchOptions<Passage>? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        Refuse(options?.IncludeVectors is true);
        using var vector = await VectorOfAsync(searchValue, cancellationToken) ?? throw NoVectors();
        using var snapshot = store.Read();
        if (!vector.Served.State.IsOfSameDatabase(snapshot.State))
        {
            throw NoVectors();
        }

        var allowed = options?.Filter is { } filter ? snapshot.KeysWhere(ConditionTranslator.Translate(filter)) : null;
        var matches = vector.Served.Index.Search(vector.Vector, top + (options?.Skip ?? 0), allowed);
        foreach (var match in matches.Where(match => !(match.Score < options?.ScoreThreshold)).Skip(options?.Skip ?? 0))
        {
            foreach (var passage in snapshot.Load([match.Id]))
            {
                yield return new VectorSearchResult<Passage>(passage, match.Score);
            }
        }
    }

    /// <summary>The best passages by words and vectors, the same search as <see cref="PassageSearch"/>.</summary>
    /// <param name="searchValue">A text, or a vector (<c>float[dim]</c>, L2-normalised) of the embedder in use.</param>
    /// <param name="keywords">The words to search for; if empty, those of the text.</param>
    /// <param name="top">The maximum number of results.</param>
    /// <param name="options">Filter, threshold and how many to skip.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.IndexNotReady"/>: nothing has been indexed yet.</exception>
    public async IAsyncEnumerable<VectorSearchResult<Passage>> HybridSearchAsync<TInput>(
        TInput searchValue,
        ICollection<string> keywords,
        int top,
        HybridSearchOptions<Passage>? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        Refuse(options?.IncludeVectors is true);
        var words = keywords.Count > 0 ? string.Join(' ', keywords) : searchValue as string ?? "";
        var condition = options?.Filter is { } filter ? ConditionTranslator.Translate(filter) : null;
        using var vector = await VectorOfAsync(searchValue, cancellationToken);
        var result = await search.SearchAsync(words, background: null, vector, top + (options?.Skip ?? 0), condition, cancellationToken);
        foreach (var hit in result.Hits.Where(hit => !(hit.Score < options?.ScoreThreshold)).Skip(options?.Skip ?? 0))
        {
            yield return new VectorSearchResult<Passage>(hit.Passage, hit.Score);
        }
    }

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(VectorStoreCollectionMetadata) ? Metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    private Task<QuestionVector?> VectorOfAsync<TInput>(TInput value, CancellationToken cancellationToken) => value switch
    {
        string text => vectors.EmbedAsync(text, cancellationToken),
        float[] vector => Task.FromResult(Given(vector)),
        ReadOnlyMemory<float> vector => Task.FromResult(Given(vector.ToArray())),
        Embedding<float> embedding => Task.FromResult(Given(embedding.Vector.ToArray())),
        _ => throw new NotSupportedException($"Passages are searched by a text or by a vector of floats, not by {typeof(TInput).Name}."),
    };

    private QuestionVector? Given(float[] vector)
    {
        if (vectors.Hold() is not { } served)
        {
            return null;
        }

        var given = new QuestionVector(served, vector);
        if (vector.Length == served.Index.Dimension)
        {
            return given;
        }

        given.Dispose();
        throw new ArgumentException($"The vector has {vector.Length} components, and the index holds vectors of {served.Index.Dimension} dimensions.",
            nameof(vector));
    }

    private VectorStoreException NoVectors() => new($"There are no vectors to search: {vectors.Status.Reason ?? vectors.Status.State}.");

    private static void Refuse(bool includeVectors)
    {
        if (includeVectors)
        {
            throw new NotSupportedException("Vectors belong to the embedder in use and are not given back.");
        }
    }
}
