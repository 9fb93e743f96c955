using AzuSena.Testing;
using AzuSena.Testing.Ollama;

namespace AzuSena.Web.Tests.Widget;

/// <summary>A site that may show the chat, one that may not, the service with keys and a double of Ollama, and a browser.</summary>
public sealed class WidgetSite : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public HostSite Site { get; private set; } = null!;

    public HostSite Stranger { get; private set; } = null!;

    public TestApi Api { get; private set; } = null!;

    public OllamaDouble Ollama { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>What the model answers.</summary>
    public Func<ModelRequest, ModelScript> Answer { get; set; } = _ => WebChat.Sentence;

    public async Task InitializeAsync()
    {
        Ollama = await OllamaDouble.RunAsync(request => request.Messages[0].Contains("Pones títulos") ? ModelScript.Of("Contrato")
            : request.Messages.Count == 1 ? ModelScript.Of("Hola") : Answer(request));
        Site = await HostSite.StartAsync();
        Stranger = await HostSite.StartAsync();
        Api = TestApi.Build(
            corpus: Repository.Corpus,
            settings:
            [
                "--Llm:Provider=auto", "--Ollama:Host=127.0.0.1", $"--Ollama:Port={Ollama.Port}", "--Llm:ProbeSeconds=1", "--Answering:AbstainBelow=0",
                "--Api:Keys=una-clave-que-nadie-ve", $"--Widget:Origins={Site.Origin}", "--Widget:PerMinute=0",
            ]);
        await Api.StartAsync();
        await Api.Indexed;
        Site.Service = Stranger.Service = Api.Address;
        if (ChromiumFactAttribute.Path is not null)
        {
            _playwright = await Playwright.CreateAsync();
            Browser = await Chromium.LaunchAsync(_playwright);
        }
    }

    public async Task DisposeAsync()
    {
        if (_playwright is not null)
        {
            await Browser.DisposeAsync();
            _playwright.Dispose();
        }

        await Api.DisposeAsync();
        await Site.DisposeAsync();
        await Stranger.DisposeAsync();
        await Ollama.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class WidgetGroup : ICollectionFixture<WidgetSite>
{
    public const string Name = "Chat on other sites";
}
