using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Answering.Tracing;

/// <summary>The product over a small corpus, with a clock of its own and its traces at hand.</summary>
internal sealed class TraceProduct : IAsyncDisposable
{
    private readonly TemporaryFolder _corpus = TestCorpus.Create();

    private TraceProduct(Action<IServiceCollection>? replace, (string, string)[] settings) => Product = new TestProduct(
        _corpus.Path,
        services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            replace?.Invoke(services);
        },
        settings);

    public FakeTimeProvider Time { get; } = new();

    public TestProduct Product { get; }

    public TraceStore Traces => Product.Get<TraceStore>();

    public static Task<TraceProduct> StartAsync(params (string, string)[] settings) => StartAsync(replace: null, settings);

    public static Task<TraceProduct> StartAsync(IAnswerComposer composer, params (string, string)[] settings) =>
        StartAsync(services => services.AddSingleton(composer), settings);

    public static async Task<TraceProduct> StartAsync(Action<IServiceCollection>? replace, params (string, string)[] settings)
    {
        var product = new TraceProduct(replace, settings);
        await product.Product.IndexAsync();
        return product;
    }

    /// <summary>Asks and gives the events and the question's id; the trace is not written yet.</summary>
    public async Task<(string Id, List<AnswerEvent> Events)> AskAsync(string text, int? maxPassages = null, string? owner = null, string? conversation = null)
    {
        var events = await Product.Get<AnswerService>().AskAsync(Question.Create(text, maxPassages, conversation, owner), CancellationToken.None).ToListAsync();
        return (((AnswerStarted)events[0]).QuestionId, events);
    }

    public Task FlushAsync() => Product.Get<PendingTraces>().FlushAsync(CancellationToken.None);

    /// <summary>Asks and gives the trace that was kept of it.</summary>
    public async Task<AnswerTrace> TraceAsync(string text, int? maxPassages = null, string? conversation = null)
    {
        var (id, _) = await AskAsync(text, maxPassages, conversation: conversation);
        await FlushAsync();
        return Traces.Find(id) ?? throw new AzuSenaException(ErrorCode.QuestionNotFound);
    }

    /// <summary>All of the traces on the disk, in the write-ahead log too.</summary>
    public string TextOnDisk() => DatabaseFiles.Text(Path.Combine(Product.DataFolder, "traces.db"));

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        _corpus.Dispose();
    }
}
