using AzuSena.Testing;
using ModelContextProtocol.Client;

namespace AzuSena.Mcp.Support;

/// <summary>One service over the product's own corpus, shared by the tests that only read, and clients of it.</summary>
public sealed class McpApi : IAsyncLifetime
{
    public TestApi Api { get; } = TestApi.Build(corpus: Repository.Corpus);

    /// <summary>The protocol revisions that clients speak: with a session, and without one.</summary>
    public static TheoryData<string> Revisions => new("2025-11-25", "2026-07-28");

    public async Task InitializeAsync()
    {
        await Api.StartAsync();
        await Api.Indexed;
    }

    public async Task DisposeAsync() => await Api.DisposeAsync();

    public Task<McpClient> ConnectAsync(string revision = "2025-11-25") => ConnectAsync(Api, revision);

    /// <summary>A client of a service.</summary>
    public static Task<McpClient> ConnectAsync(TestApi api, string revision = "2025-11-25", string? key = null)
    {
        var options = new HttpClientTransportOptions { Endpoint = new Uri(api.Address, "mcp"), TransportMode = HttpTransportMode.StreamableHttp };
        if (key is not null)
        {
            options.AdditionalHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Api-Key"] = key };
        }

        return McpClient.CreateAsync(new HttpClientTransport(options), new McpClientOptions { ProtocolVersion = revision }).WaitAsync(TestApi.Patience);
    }
}

[CollectionDefinition(Name)]
public sealed class McpApiGroup : ICollectionFixture<McpApi>
{
    public const string Name = "MCP over the corpus";
}
