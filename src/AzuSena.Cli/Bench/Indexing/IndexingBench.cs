using System.Diagnostics;
using System.Globalization;
using AzuSena.Evaluation;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Vectors;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Bench.Indexing;

/// <summary>Measures the speed of indexing a folder: initially, unchanged, and with one document changed.</summary>
internal sealed class IndexingBench(SyntheticCorpus corpus, int documents, int embeddedDocuments, Action<string> say)
{
    private const int ParagraphsOfADocument = 20;

    public async Task<IndexingFigures> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var (all, part) = (Path.Combine(folder, "all"), Path.Combine(folder, "part"));
        Write(all, documents);
        Write(part, embeddedDocuments);
        await using var words = Compose(folder, all, "words", ("Embedding:Provider", "none"));
        await using var vectors = Compose(folder, part, "vectors");

        say($"{documents} documentos sin vectores…");
        var (first, firstSeconds) = await TimeAsync(() => IndexAsync(words, cancellationToken));
        var (_, unchangedSeconds) = await TimeAsync(() => IndexAsync(words, cancellationToken));

        say($"{embeddedDocuments} documentos con vectores…");
        await IndexAsync(vectors, cancellationToken);
        var (embedded, embeddedSeconds) = await TimeAsync(() => EmbedAsync(vectors, cancellationToken));
        Write(part, 1, seed: 99);
        var (changed, changedSeconds) = await TimeAsync(async () =>
        {
            await IndexAsync(vectors, cancellationToken);
            return await EmbedAsync(vectors, cancellationToken);
        });

        var embedder = vectors.GetRequiredService<PassageVectors>().Status.Embedder;
        return new IndexingFigures(
            documents,
            first.Passages,
            first.Passages / firstSeconds,
            embedder,
            embedder is null ? null : embedded / embeddedSeconds,
            unchangedSeconds,
            embedder is null ? null : changedSeconds,
            embedder is null ? null : changed);
    }

    private static ServiceProvider Compose(string folder, string documents, string name, params (string, string)[] settings) => Product.Compose(
    [
        ("Memory:CorpusDirectory", documents),
        ("Memory:DataDirectory", Path.Combine(folder, $"data-{name}")),
        .. settings,
    ]);

    private static Task<IndexReport> IndexAsync(ServiceProvider product, CancellationToken cancellationToken) =>
        product.GetRequiredService<CorpusIndexer>().RunAsync(progress: null, cancellationToken);

    // Returns how many vectors were computed.
    private static async Task<int> EmbedAsync(ServiceProvider product, CancellationToken cancellationToken)
    {
        var made = new VectorCount();
        await product.GetRequiredService<VectorUpkeep>().RunAsync(made, cancellationToken);
        return made.Count;
    }

    private static async Task<(T Result, double Seconds)> TimeAsync<T>(Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        return (await work(), Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private void Write(string folder, int count, int seed = 1)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var paragraphs = Enumerable.Range(0, ParagraphsOfADocument).Select(_ => corpus.Paragraph(random));
            File.WriteAllText(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:D5}.md")), $"# Documento {i}\n\n{string.Join("\n\n", paragraphs)}\n");
        }
    }

    private sealed class VectorCount : IProgress<IndexProgress>
    {
        public int Count { get; private set; }

        public void Report(IndexProgress value) => Count = value.Passages;
    }
}
