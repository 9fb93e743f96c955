using System.Text.Json;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Commands;

public sealed class BenchCommandTests : IDisposable
{
    private readonly CommandLine _commandLine = new();

    public void Dispose() => _commandLine.Dispose();

    [PeersFact]
    public async Task Memory_TinyIndex_GivesEveryPairAsTableAndJson()
    {
        var output = _commandLine.Write("figures.json", "");

        var run = await _commandLine.RunAsync("bench", "memory", "--vectors", "500", "--queries", "5", "--rounds", "1", "--turn", "1", "--json", output);

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().ContainAll("500 × 384", "exact", "flat", "hnsw", "ivf-flat", "hnsw-sq8", "hnswlib");
        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(output));
        var rows = figures.RootElement.GetProperty("rows").EnumerateArray().ToArray();
        rows.Select(row => (row.GetProperty("kind").GetString(), row.GetProperty("peer").GetString(), row.GetProperty("same_file").GetBoolean()))
            .Should().Equal(
            ("exact", "python3-faiss Flat", false),
            ("flat", "python3-faiss Flat", true),
            ("hnsw", "python3-faiss HNSW32", true),
            ("hnsw", "hnswlib", false),
            ("ivf-flat", "python3-faiss IVF", true),
            ("hnsw-sq8", "python3-faiss HNSW32-SQ8", true));
        foreach (var row in rows)
        {
            ShouldBeSane(row);
        }
    }

    [Theory]
    [InlineData("--vectors", "99")]
    [InlineData("--queries", "0")]
    [InlineData("--kinds", "cubos")]
    public async Task Memory_SenselessOption_IsRefused(string option, string value)
    {
        var run = await _commandLine.RunAsync("bench", "memory", option, value);

        run.ExitCode.Should().NotBe(0);
        run.Error.Should().Contain(value == "cubos" ? value : option).And.NotContain("   at ");
    }

    [Fact]
    public async Task Index_TinySizes_GivesEveryFigure()
    {
        _commandLine.CopyFrom(Repository.Corpus, "corpus");
        var output = _commandLine.Write("figures.json", "");

        var run = await _commandLine.RunAsync(
            "bench", "index", "--documents", "3", "--embedded", "1", "--passages", "50", "--questions", "5", "--json", output);

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().ContainAll("3 documentos", "50 pasajes", "exact", "sin modelo");
        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(output));
        var (indexing, search) = (figures.RootElement.GetProperty("indexing"), figures.RootElement.GetProperty("search"));
        indexing.GetProperty("passages").GetInt32().Should().BeGreaterThan(3);
        indexing.GetProperty("words_per_second").GetDouble().Should().BePositive();
        foreach (var way in (string[])["hybrid", "words", "full_text", "full_text_of_all_terms"])
        {
            search.GetProperty(way).GetProperty("p50").GetDouble()
                .Should().BePositive().And.BeLessThanOrEqualTo(search.GetProperty(way).GetProperty("p99").GetDouble());
        }
    }

    private static void ShouldBeSane(JsonElement row)
    {
        var kind = row.GetProperty("kind").GetString();
        var (own, peer) = (row.GetProperty("own"), row.GetProperty("peer_figures"));
        foreach (var side in (JsonElement[])[own, peer])
        {
            side.GetProperty("recall_at10").GetDouble().Should().BeInRange(kind is "exact" or "flat" ? 0.999 : 0.7, 1, kind);
            side.GetProperty("queries_per_second").GetDouble().Should().BePositive();
            side.GetProperty("batch_queries_per_second").GetDouble().Should().BePositive();
            side.GetProperty("build_seconds").GetDouble().Should().BePositive();
            side.GetProperty("file_bytes").GetInt64().Should().BeGreaterThan(500 * 384, "a byte a component is the least");
        }

        own.GetProperty("memory_bytes").GetInt64().Should().BeGreaterThan(500 * 384);
        row.GetProperty("one_by_one").GetProperty("median").GetDouble().Should().BePositive();
        row.GetProperty("batch").GetProperty("median").GetDouble().Should().BePositive();
        if (row.GetProperty("same_file").GetBoolean())
        {
            own.GetProperty("recall_at10").GetDouble().Should().Be(peer.GetProperty("recall_at10").GetDouble(), "both search the same {0}", kind);
        }
    }
}
