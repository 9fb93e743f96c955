using System.Diagnostics;
using AzuSena.Evaluation;
using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Spanish;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Bench.Indexing;

/// <summary>Measures searches of a large store through the product's own services, each search method in turn over the same questions.</summary>
internal sealed class SearchBench(SyntheticCorpus corpus, int passages, int questions, Action<string> say)
{
    private const int Dimension = 384;
    private const int PassagesOfADocument = 10;
    private const int WarmUp = 20;
    private const int Limit = 5;
    private const int FullTextCandidates = 150;

    public async Task<SearchFigures> RunAsync(string folder, CancellationToken cancellationToken)
    {
        await using var hybrid = Product.Compose(
            services => services.AddSingleton<IEmbedderSource>(new TextVectors(Dimension)), ("Memory:DataDirectory", folder));
        await using var words = Product.Compose(("Memory:DataDirectory", folder), ("Embedding:Provider", "none"));
        Fill(hybrid.GetRequiredService<PassageStore>(), cancellationToken);
        say("Índice de vectores…");
        await hybrid.GetRequiredService<VectorUpkeep>().RunAsync(progress: null, cancellationToken);

        foreach (var product in new[] { hybrid, words })
        {
            await product.GetRequiredService<PassageSearch>().WarmUpAsync(cancellationToken);
        }

        say($"{questions} preguntas…");
        var random = new Random(7);
        var asked = Enumerable.Range(0, WarmUp + questions).Select(_ => corpus.Question(random)).ToArray();
        var timings = new List<double[]>();
        foreach (var question in asked)
        {
            var stems = SpanishAnalyzer.Stem(question).Distinct(StringComparer.Ordinal).ToArray();
            timings.Add(
            [
                await TimeAsync(() => hybrid.GetRequiredService<PassageSearch>().SearchAsync(question, Limit, cancellationToken)),
                await TimeAsync(() => words.GetRequiredService<PassageSearch>().SearchAsync(question, Limit, cancellationToken)),
                FullText(words, stems, all: false),
                FullText(words, stems, all: true),
            ]);
        }

        Latency Column(int index) => Latency.Of(timings.Skip(WarmUp).Select(row => row[index]));
        return new SearchFigures(
            passages, hybrid.GetRequiredService<PassageVectors>().Status.Index ?? "", questions, Column(0), Column(1), Column(2), Column(3));
    }

    private void Fill(PassageStore store, CancellationToken cancellationToken)
    {
        say($"Almacén de {passages} pasajes…");
        var random = new Random(1);
        using var writer = store.Write();
        for (var i = 0; i < passages; i += PassagesOfADocument)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = corpus.Document(random, $"d/{i}", Math.Min(PassagesOfADocument, passages - i));
            writer.Put(document[0].Document, contentHash: "", document);
        }

        writer.Commit();
    }

    private static async Task<double> TimeAsync(Func<Task> search)
    {
        var started = Stopwatch.GetTimestamp();
        await search();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double FullText(ServiceProvider product, string[] stems, bool all)
    {
        using var snapshot = product.GetRequiredService<PassageStore>().Read();
        var frequencies = snapshot.DocumentFrequencies(stems);
        var chosen = all ? stems : [.. CandidateTerms.Choose(stems, frequencies)];
        var started = Stopwatch.GetTimestamp();
        snapshot.Match(chosen, FullTextCandidates);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
