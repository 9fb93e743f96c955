using AzuSena.Answering;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Errors;
using AzuSena.Feedback;
using AzuSena.Support;
using AzuSena.Testing;

namespace AzuSena.Memory.Damage;

/// <summary>Damage of what is kept beside the documents never ends an answer as a fault of ours, and a new database is begun.</summary>
public sealed class OtherDatabasesTests : IAsyncLifetime
{
    private readonly TemporaryFolder _corpus = TestCorpus.Create();
    private readonly TestProduct _product;

    public OtherDatabasesTests() => _product = new TestProduct(_corpus.Path, replace: null, ("Answering:AbstainBelow", "0"));

    private ConversationStore Conversations => _product.Get<ConversationStore>();

    public Task InitializeAsync() => _product.IndexAsync();

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        _corpus.Dispose();
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("deleted")]
    public async Task Ask_ConversationsLost_EndsWithACodeAndANewConversationCanBegin(string loss)
    {
        var conversation = (await Conversations.CreateAsync(owner: null, CancellationToken.None)).Id;
        (await AskAsync(conversation)).Should().BeOfType<AnswerCompleted>();

        Lose("conversations.db", loss);

        (await AskAsync(conversation)).Should().BeOfType<AnswerFailed>().Which.Code.Should().BeOneOf("store_unavailable", "conversation_not_found");
        (await AskAsync(conversation)).Should().BeOfType<AnswerFailed>().Which.Code.Should().Be("conversation_not_found");
        (await AskAsync((await Conversations.CreateAsync(owner: null, CancellationToken.None)).Id)).Should().BeOfType<AnswerCompleted>();
    }

    [Fact]
    public async Task Ask_ConversationsDamagedInTheMiddle_IsAnsweredAllTheSame()
    {
        var conversation = (await Conversations.CreateAsync(owner: null, CancellationToken.None)).Id;
        await using var events = _product.Get<AnswerService>()
            .AskAsync(Question.Create("¿Cuánto dura el contrato?", conversationId: conversation), CancellationToken.None).GetAsyncEnumerator();
        await events.MoveNextAsync();

        Lose("conversations.db", "damaged");

        var last = events.Current;
        while (await events.MoveNextAsync())
        {
            last = events.Current;
        }

        last.Should().BeOfType<AnswerCompleted>();
    }

    [Fact]
    public async Task Rate_FeedbackDamaged_IsKeptByTheNextTry()
    {
        var answer = ((AnswerCompleted)await AskAsync(conversation: null)).Answer;
        var feedback = _product.Get<FeedbackStore>();
        await feedback.RateAsync(answer.QuestionId, owner: null, AnswerRating.Up, comment: null, CancellationToken.None);
        Lose("feedback.db", "damaged");

        (await feedback.Awaiting(it => it.RateAsync(answer.QuestionId, null, AnswerRating.Down, null, CancellationToken.None))
            .Should().ThrowAsync<AzuSenaException>())
            .Which.Should().BeEquivalentTo(new { Code = ErrorCode.StoreUnavailable, RetryAfter = TimeSpan.FromSeconds(5) });

        await feedback.RateAsync(answer.QuestionId, owner: null, AnswerRating.Down, comment: null, CancellationToken.None);
        feedback.Read().Should().ContainSingle();
    }

    [Fact]
    public async Task Flush_TracesDamaged_LosesOnlyWhatWasToBeWrittenThen()
    {
        await AskAsync(conversation: null);
        await _product.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        Lose("traces.db", "damaged");

        await AskAsync(conversation: null);
        await _product.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        var next = ((AnswerCompleted)await AskAsync(conversation: null)).Answer.QuestionId;
        await _product.Get<PendingTraces>().FlushAsync(CancellationToken.None);

        _product.Get<TraceStore>().Find(next).Should().NotBeNull();
    }

    private async Task<AnswerEvent> AskAsync(string? conversation)
    {
        AnswerEvent? last = null;
        await foreach (var step in _product.Get<AnswerService>()
            .AskAsync(Question.Create("¿Cuánto dura el contrato de aprendizaje?", conversationId: conversation), CancellationToken.None))
        {
            last = step;
        }

        return last!;
    }

    private void Lose(string name, string loss)
    {
        var database = Path.Combine(_product.DataFolder, name);
        DatabaseDamage.Settle(database);
        if (loss == "deleted")
        {
            File.Delete(database);
        }
        else
        {
            DatabaseDamage.OverwriteFrom(database, 0);
        }
    }
}
