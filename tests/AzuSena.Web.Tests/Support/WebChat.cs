using System.Text.RegularExpressions;
using AzuSena.Testing;
using AzuSena.Testing.Ollama;

namespace AzuSena.Web.Tests.Support;

/// <summary>The service over the product's own corpus, a double of Ollama that writes its answers, and a browser to look at it.</summary>
public sealed class WebChat : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public TestApi Api { get; private set; } = null!;

    public OllamaDouble Ollama { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>What the model answers; rewritten questions and titles are made beside it.</summary>
    public Func<ModelRequest, ModelScript> Answer { get; set; } = _ => Sentence;

    /// <summary>What the model makes of a follow-up question.</summary>
    public string Rewritten { get; set; } = "¿Qué es el contrato de aprendizaje?";

    public static ModelScript Sentence => ModelScript.Of("El contrato ", "de aprendizaje ", "es un contrato laboral ", "especial [1].");

    /// <summary>A sentence that the passages hold, for answers of words that they do not: without one, they would be none.</summary>
    public const string Proof = " El contrato de aprendizaje es un contrato laboral especial [1].";

    /// <summary>The first sentence of the first passage that the model is given, without its full stop: whoever says it is right.</summary>
    public static string SentenceOf(ModelRequest request) =>
        Regex.Match(string.Join('\n', request.Messages), @"\[1\] .*\n(\*\*.*\n)*(?<said>.+?)\.(\s|$)", RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(10)).Groups["said"].Value;

    public async Task InitializeAsync()
    {
        Ollama = await OllamaDouble.RunAsync(Script);
        Api = TestApi.Build(
            corpus: Repository.Corpus,
            settings: ["--Llm:Provider=auto", "--Ollama:Host=127.0.0.1", $"--Ollama:Port={Ollama.Port}", "--Llm:ProbeSeconds=1", "--Answering:AbstainBelow=0",
                "--Answering:MaxWords=100000",
                // A screen that is held while it is looked at is no model that has stopped.
                "--Llm:BetweenTokensSeconds=600"]);
        await Api.StartAsync();
        await Api.Indexed;
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
        await Ollama.DisposeAsync();
    }

    /// <summary>Opens the page, lets a test use it, and holds that nothing went wrong in it.</summary>
    public async Task VisitAsync(Func<ChatPage, Task> visit, ChatVisit? how = null)
    {
        // Another test may have stopped the model.
        await UntilItServesAsync(Api);
        await ChatPage.VisitAsync(Browser, (how ?? new ChatVisit()) with { Address = how?.Address ?? Api.Address }, visit);
    }

    /// <summary>Waits until a service answers with the model.</summary>
    public static Task UntilItServesAsync(TestApi api) =>
        Eventually.TrueAsync(async () => (await api.Client.GetStringAsync("/health/ready")).Contains("\"mode\":\"ollama", StringComparison.Ordinal));

    private ModelScript Script(ModelRequest request) => request.Messages[0] switch
    {
        var system when system.Contains("Pones títulos") => ModelScript.Of("Contrato de aprendizaje"),
        var system when system.Contains("Reescribes preguntas") => ModelScript.Of(Rewritten),

        // The service tries whether the model is back.
        _ when request.Messages.Count == 1 => ModelScript.Of("Hola"),
        _ => Answer(request),
    };
}

/// <summary>The tests that share one service, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class WebChatGroup : ICollectionFixture<WebChat>
{
    public const string Name = "Web chat";
}

/// <summary>Another service with a browser of its own, for as many tests, so that one half does not wait while the other waits for its page.</summary>
[CollectionDefinition(Name)]
public sealed class OtherWebChatGroup : ICollectionFixture<WebChat>
{
    public const string Name = "Another web chat";
}
