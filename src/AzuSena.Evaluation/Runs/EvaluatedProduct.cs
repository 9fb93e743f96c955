using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Errors;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Replies;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Squad;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Questions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AzuSena.Evaluation.Runs;

/// <summary>The product as deployed, over a store in a folder that is deleted on disposal. Every question takes the normal answer walk.</summary>
internal sealed class EvaluatedProduct : IAsyncDisposable
{
    private const int Depth = 10;
    private const int TypoSeed = 7;

    private readonly TemporaryProduct _product;
    private readonly RunOptions _options;

    private EvaluatedProduct(TemporaryProduct product, RunOptions options) => (_product, _options) = (product, options);

    /// <summary>The provider and model of the vectors; null if only words are searched.</summary>
    public string? Embedder => _product.Embedder;

    /// <summary>The confidence below which questions are declined.</summary>
    public double Threshold => Get<IOptions<AnsweringOptions>>().Value.AbstainBelow;

    /// <summary>A service of the product.</summary>
    public T Get<T>()
        where T : notnull => _product.Get<T>();

    /// <summary>Indexes the corpus folder, or the paragraphs of <paramref name="paragraphs"/> except those of <paramref name="withheld"/>.</summary>
    public static async Task<EvaluatedProduct> CreateAsync(
        RunOptions options, SquadFile? paragraphs, IReadOnlyList<string> withheld, CancellationToken cancellationToken)
    {
        return new EvaluatedProduct(await TemporaryProduct.CreateAsync(Replace, SettingsOf(options), FillAsync, cancellationToken), options);

        void Replace(IServiceCollection services)
        {
            options.Replace?.Invoke(services);
            if (options.Replies is { } replies)
            {
                services.AddRecordedReplies(replies, options.IsRecording);
            }
        }

        async Task FillAsync(TemporaryProduct product)
        {
            await product.Services.LoadPluginsAsync(cancellationToken);
            if (paragraphs is null)
            {
                await product.Get<CorpusIndexer>().RunAsync(progress: null, cancellationToken);
            }
            else
            {
                ParagraphStore.Fill(product.Get<PassageStore>(), paragraphs, withheld);
            }
        }
    }

    /// <summary>Asks a question in its own conversation, after those of its history.</summary>
    /// <param name="question">The question.</param>
    /// <param name="index">Its position in the data set, which determines the typing error.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The outcome; null if a reply of the model that it needs was not recorded.</returns>
    /// <exception cref="AzuSenaException">The walk failed.</exception>
    public async Task<QuestionOutcome?> AskAsync(EvaluationQuestion question, int index, CancellationToken cancellationToken)
    {
        var missing = _options.Replies?.MissingCount;
        try
        {
            var outcome = await WalkAsync(question, index, cancellationToken);
            return _options.Replies?.MissingCount == missing ? outcome : null;
        }
        catch (AzuSenaException) when (_options.Replies?.MissingCount > missing)
        {
            return null;
        }
    }

    private async Task<QuestionOutcome> WalkAsync(EvaluationQuestion question, int index, CancellationToken cancellationToken)
    {
        var conversation = question.History.Count == 0 ? null : (await _product.Get<ConversationStore>().CreateAsync(owner: null, cancellationToken)).Id;
        foreach (var earlier in question.History)
        {
            await AnswerAsync(earlier, conversation, cancellationToken);
        }

        var (standalone, answer) = await AnswerAsync(question.Question, conversation, cancellationToken);
        var background = question.History.Count == 0 && AskedQuestion.Of(question.Question).Situation is { Length: > 0 } situation ? situation : null;
        var search = await SearchAsync(standalone, background, cancellationToken);
        var isMisspelled = _options.WithTypos && question is { IsAnswerable: true, Documents.Count: > 0 };
        var misspelled = isMisspelled ? await SearchAsync(new QuestionAlteration(TypoSeed).Apply(standalone, index), background, cancellationToken) : null;
        using var passages = _product.Get<PassageStore>().Read();
        return QuestionScorer.Score(question, standalone, answer, search, misspelled, passages.Find);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _product.DisposeAsync();

    private static IEnumerable<(string Key, string Value)> SettingsOf(RunOptions options) =>
    [
        .. options.Corpus is { } corpus ? [("Memory:CorpusDirectory", Path.GetFullPath(corpus))] : Array.Empty<(string, string)>(),
        .. options.Parts.Settings,
        .. options.WithModel || options.IsRecording ? [] : new[] { ("Llm:Provider", "none") },
        .. options.Prompts is { } prompts ? [("Prompts:Directory", Path.GetFullPath(prompts))] : Array.Empty<(string, string)>(),
    ];

    private Task<SearchResult> SearchAsync(string question, string? background, CancellationToken cancellationToken) =>
        _product.Get<PassageSearch>().SearchAsync(question, Depth, cancellationToken, filter: null, background);

    private async Task<(string Standalone, Answer Answer)> AnswerAsync(string text, string? conversation, CancellationToken cancellationToken)
    {
        var standalone = text;
        await foreach (var step in _product.Get<AnswerService>()
            .AskAsync(Question.Create(text, conversationId: conversation, promptVariant: _options.PromptVariant), cancellationToken))
        {
            switch (step)
            {
                case QuestionRewritten rewritten:
                    standalone = rewritten.Question;
                    break;
                case AnswerCompleted completed:
                    return (standalone, completed.Answer);
                case AnswerFailed failed:
                    throw failed.ToException();
            }
        }

        throw new AzuSenaException(ErrorCode.Internal);
    }
}
