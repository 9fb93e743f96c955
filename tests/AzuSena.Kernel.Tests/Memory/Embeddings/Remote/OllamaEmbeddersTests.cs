using System.Globalization;
using System.Text.Json;
using AzuSena.Support;
using AzuSena.Testing;

namespace AzuSena.Memory.Embeddings.Remote;

/// <summary>Over a double of the server on a real port, through the services as they are composed.</summary>
public sealed class OllamaEmbeddersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpDouble _server;
    private string _models = """{ "models": [ { "name": "bge-m3:latest", "model": "bge-m3:latest", "digest": "0123456789abcdef0123", "size": 1,""" +
        """ "modified_at": "2026-01-01T00:00:00Z" } ] }""";
    private int _status = 200;
    private bool _isSlow;

    public OllamaEmbeddersTests() => _server = new(ReplyAsync);

    [Fact]
    public async Task EmbedPassages_ServerHasTheModel_GoesInBatchesAndKeepsTheOrder()
    {
        await using var product = Product(("Embedding:BatchSize", "2"));
        var embedder = (await product.Get<IEmbedderSource>().CurrentAsync(CancellationToken.None))!;

        var vectors = await embedder.EmbedPassagesAsync(["a", "bb", "ccc", "dddd", "eeeee"], CancellationToken.None);

        embedder.Fingerprint.Should().Be(new EmbeddingFingerprint("ollama", "bge-m3@0123456789ab", 2));
        vectors.Select(vector => MathF.Round(vector[0] / vector[1])).Should().Equal(1, 2, 3, 4, 5);
        _server.Requests.Where(request => request.Path == "/api/embed").Skip(1).Select(Texts)
            .Should().BeEquivalentTo([["a", "bb"], ["ccc", "dddd"], new[] { "eeeee" }]);
    }

    [Fact]
    public async Task EmbedQuestion_SameOneAgain_AsksTheServerOnce()
    {
        await using var product = Product(("Embedding:Model", "nomic-embed-text"));
        _models = _models.Replace("bge-m3:latest", "nomic-embed-text:latest", StringComparison.Ordinal);
        var embedder = (await product.Get<IEmbedderSource>().CurrentAsync(CancellationToken.None))!;

        await embedder.EmbedQuestionAsync("¿cuándo?", CancellationToken.None);
        await embedder.EmbedQuestionAsync("¿cuándo?", CancellationToken.None);

        _server.Requests.Where(request => request.Path == "/api/embed").Select(Texts).Should().BeEquivalentTo([["hola"], new[] { "search_query: ¿cuándo?" }]);
        embedder.Fingerprint.PassagePrefix.Should().Be("search_document: ");
    }

    [Fact]
    public async Task Current_ModelIsMissing_SaysHowToGetIt()
    {
        _models = """{ "models": [] }""";
        await using var product = Product(("Embedding:Provider", "ollama"));
        var source = product.Get<IEmbedderSource>();

        (await source.CurrentAsync(CancellationToken.None)).Should().BeNull();
        source.WhyNone.Should().Contain("ollama pull bge-m3");
    }

    [Fact]
    public async Task Current_NoServer_SaysSo()
    {
        await using var product = Product(("Embedding:Provider", "ollama"));
        _server.Dispose();

        (await product.Get<IEmbedderSource>().CurrentAsync(CancellationToken.None)).Should().BeNull();
        product.Get<IEmbedderSource>().WhyNone.Should().Contain("does not answer");
    }

    [Fact]
    public async Task Embed_ServerFails_IsAnEmbeddingException()
    {
        await using var product = Product();
        var embedder = (await product.Get<IEmbedderSource>().CurrentAsync(CancellationToken.None))!;
        _status = 500;

        await FluentActions.Awaiting(() => embedder.EmbedQuestionAsync("¿y?", CancellationToken.None)).Should().ThrowAsync<EmbeddingException>();
    }

    [Fact]
    public async Task Embed_ServerHangs_EndsWithinTheLimit()
    {
        await using var product = Product(("Embedding:TimeoutSeconds", "1"));
        var embedder = (await product.Get<IEmbedderSource>().CurrentAsync(CancellationToken.None))!;
        _isSlow = true;

        await FluentActions.Awaiting(() => embedder.EmbedQuestionAsync("¿y?", CancellationToken.None)).Should().ThrowAsync<EmbeddingException>();
    }

    [Fact]
    public async Task Embed_Cancelled_IsCancelled()
    {
        await using var product = Product();
        var embedder = (await product.Get<IEmbedderSource>().CurrentAsync(CancellationToken.None))!;
        _isSlow = true;
        using var caller = new CancellationTokenSource();
        var asking = embedder.EmbedQuestionAsync("¿y?", caller.Token);
        await caller.CancelAsync();

        await FluentActions.Awaiting(() => asking).Should().ThrowAsync<OperationCanceledException>();
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static string[] Texts((string Path, string Body, string? Authorization) request) =>
        [.. JsonDocument.Parse(request.Body).RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];

    private TestProduct Product(params (string, string)[] settings) => new(
        _folder.Path,
        settings: [("Embedding:Provider", "auto"), ("Ollama:Host", "127.0.0.1"), ("Ollama:Port", _server.Port.ToString(CultureInfo.InvariantCulture)),
            ("Models:Directory", _folder.Path), .. settings]);

    private async Task<(int Status, string Json)> ReplyAsync(string path, string body, CancellationToken cancellationToken)
    {
        if (path == "/api/tags")
        {
            return (200, _models);
        }

        if (_isSlow)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        var texts = Texts((path, body, null));
        return (_status, JsonSerializer.Serialize(new { model = "m", embeddings = texts.Select(text => new float[] { text.Length, 1 }) }));
    }
}
