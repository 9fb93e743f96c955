using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Testing;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Support;

/// <summary>The product over a small corpus, with a double of Ollama as its model server.</summary>
internal sealed class ModelProduct : IAsyncDisposable
{
    private readonly TemporaryFolder _corpus = TestCorpus.Create();

    private ModelProduct(OllamaDouble server, Action<IServiceCollection>? replace, (string, string)[] settings)
    {
        Server = server;
        Product = new TestProduct(
            _corpus.Path,
            replace,
            [("Llm:Provider", "auto"), ("Ollama:Host", "127.0.0.1"), ("Ollama:Port", $"{server.Port}"), .. settings]);
    }

    public OllamaDouble Server { get; }

    public TestProduct Product { get; }

    public static Task<ModelProduct> StartAsync(Func<ModelRequest, ModelScript> script, params (string, string)[] settings) =>
        StartAsync(script, write: null, settings);

    /// <summary>The same, with what <paramref name="write"/> adds to the corpus.</summary>
    public static Task<ModelProduct> StartAsync(Func<ModelRequest, ModelScript> script, Action<TemporaryFolder>? write, params (string, string)[] settings) =>
        StartAsync(script, write, replace: null, settings);

    /// <summary>The same, with the services that <paramref name="replace"/> puts in.</summary>
    public static async Task<ModelProduct> StartAsync(
        Func<ModelRequest, ModelScript> script, Action<TemporaryFolder>? write, Action<IServiceCollection>? replace, params (string, string)[] settings)
    {
        var product = new ModelProduct(await OllamaDouble.RunAsync(script), replace, settings);
        write?.Invoke(product._corpus);
        await product.Product.IndexAsync();
        return product;
    }

    public async Task<List<AnswerEvent>> AskAsync(string question, string? conversation = null, string? variant = null)
    {
        var events = new List<AnswerEvent>();
        await foreach (var @event in Product.Get<AnswerService>()
            .AskAsync(Question.Create(question, conversationId: conversation, promptVariant: variant), CancellationToken.None))
        {
            events.Add(@event);
        }

        return events;
    }

    public async Task<string> BeginConversationAsync() => (await Product.Get<ConversationStore>().CreateAsync(owner: null, CancellationToken.None)).Id;

    public IReadOnlyList<ConversationTurn> TurnsOf(string conversation) => Product.Get<ConversationStore>().Read(conversation, owner: null).Turns;

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Server.DisposeAsync();
        _corpus.Dispose();
    }
}
