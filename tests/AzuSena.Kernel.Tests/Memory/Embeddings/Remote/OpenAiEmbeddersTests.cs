using System.Globalization;
using System.Text.Json;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AzuSena.Memory.Embeddings.Remote;

public sealed class OpenAiEmbeddersTests : IDisposable
{
    private const string Key = "clave-secreta-123";
    private readonly TemporaryFolder _folder = new();
    private readonly FakeLogCollector _logs = new();
    private readonly HttpDouble _server = new(ReplyAsync);

    [Fact]
    public async Task EmbedPassages_CompatibleServer_GoesInBatchesWithTheKey()
    {
        await using var product = Product();
        var embedder = (await product.Get<IEmbedderSource>().CurrentAsync(CancellationToken.None))!;

        var vectors = await embedder.EmbedPassagesAsync(["a", "bb", "ccc"], CancellationToken.None);

        embedder.Fingerprint.Should().Be(new EmbeddingFingerprint("openai", "multilingual-e5-small", 2, "query: ", "passage: "));
        vectors.Select(vector => MathF.Round(vector[0] / vector[1])).Should().Equal(10, 11, 12);
        _server.Requests.Should().HaveCount(3).And.OnlyContain(request => request.Path == "/v1/embeddings" && request.Authorization == $"Bearer {Key}");
    }

    [Fact]
    public async Task Current_ServerRefuses_SaysSoAndNeverTheKey()
    {
        await using var product = Product("desconocido");
        var source = product.Get<IEmbedderSource>();

        (await source.CurrentAsync(CancellationToken.None)).Should().BeNull();

        source.WhyNone.Should().Contain("desconocido").And.NotContain(Key);
        _logs.GetSnapshot().Should().NotBeEmpty().And.OnlyContain(record => !(record.Message + record.Exception).Contains(Key));
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static Task<(int Status, string Json)> ReplyAsync(string path, string body, CancellationToken cancellationToken)
    {
        var request = JsonDocument.Parse(body).RootElement;
        if (request.GetProperty("model").GetString() == "desconocido")
        {
            return Task.FromResult((404, """{ "error": { "message": "no such model" } }"""));
        }

        var data = request.GetProperty("input").EnumerateArray().Select((text, index) => new
        {
            @object = "embedding",
            index,
            embedding = Convert.ToBase64String([.. BitConverter.GetBytes((float)text.GetString()!.Length), .. BitConverter.GetBytes(1f)]),
        });
        return Task.FromResult((200,
            JsonSerializer.Serialize(new { @object = "list", model = "m", data, usage = new { prompt_tokens = 1, total_tokens = 1 } })));
    }

    private TestProduct Product(string model = "multilingual-e5-small") => new(
        _folder.Path,
        services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(_logs))),
        [
            ("Embedding:Provider", "openai"),
            ("Embedding:BaseUrl", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}/v1")),
            ("Embedding:ApiKey", Key),
            ("Embedding:Model", model),
            ("Embedding:BatchSize", "2"),
        ]);
}
