using AzuSena.Answering;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Errors;
using AzuSena.Feedback;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Tests.Conversations;

/// <summary>What is kept of a conversation elsewhere goes with it, however it goes, and comes not after it.</summary>
public sealed class ConversationRecordsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _corpus = TestCorpus.Create();
    private readonly FakeTimeProvider _time = new(Dialogue.Start);
    private TestProduct _product = null!;

    private ConversationStore Store => _product.Get<ConversationStore>();

    public async Task InitializeAsync()
    {
        _product = new TestProduct(_corpus.Path, services => services.AddSingleton<TimeProvider>(_time), ("Trace:RetentionDays", "300"));
        await _product.IndexAsync();
    }

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        _corpus.Dispose();
    }

    [Fact]
    public async Task SweepAsync_ExpiredConversation_LeavesItsRatingsAndTracesTheirOwnTime()
    {
        var (_, question) = await RatedAsync();
        _time.Advance(TimeSpan.FromDays(31));
        var (young, other) = await RatedAsync();

        (await Store.SweepAsync(CancellationToken.None)).Should().Be(1);

        _product.Get<FeedbackStore>().Read().Select(rating => rating.QuestionId).Should().BeEquivalentTo(question, other);
        _product.Get<TraceStore>().Find(question).Should().NotBeNull();
        _product.Get<TraceStore>().Find(other).Should().NotBeNull();
        Store.Read(young, owner: null).Turns.Should().ContainSingle();
    }

    [Fact]
    public async Task SweepAsync_DeletionThatWasCutShort_IsFinished()
    {
        var (conversation, question) = await RatedAsync();
        var traces = Path.Combine(_product.DataFolder, "traces.db");
        SqliteConnection.ClearAllPools();
        File.Move(traces, traces + ".kept");
        Directory.CreateDirectory(traces);
        await Store.Invoking(it => it.DeleteAsync(conversation, owner: null, CancellationToken.None)).Should().ThrowAsync<AzuSenaException>();
        Store.Invoking(it => it.Read(conversation, owner: null)).Should().Throw<AzuSenaException>().Which.Code.Should().Be(ErrorCode.ConversationNotFound);
        Directory.Delete(traces);
        File.Move(traces + ".kept", traces);
        _product.Get<TraceStore>().Find(question).Should().NotBeNull();

        (await Store.SweepAsync(CancellationToken.None)).Should().Be(1);

        _product.Get<TraceStore>().Find(question).Should().BeNull();
        _product.Get<FeedbackStore>().Read().Should().BeEmpty();
    }

    [Fact]
    public async Task RateAsync_AnswerWhoseConversationWasDeletedThen_IsNotKept()
    {
        var conversation = (await Store.CreateAsync(owner: null, CancellationToken.None)).Id;
        await Store.DeleteAsync(conversation, owner: null, CancellationToken.None);
        var question = Question.Create("¿Qué es el SENA?", conversationId: conversation);

        // As an answer does that is being made meanwhile.
        _product.Get<RecentAnswers>().Keep(question, question, Dialogue.Answer("Secreto-Alfa") with { QuestionId = "tarde" });

        var rating = () => _product.Get<FeedbackStore>().RateAsync("tarde", owner: null, AnswerRating.Up, comment: null, CancellationToken.None);
        (await rating.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.QuestionNotFound);
        DatabaseFiles.Text(Path.Combine(_product.DataFolder, "feedback.db")).Should().NotContain("Secreto-Alfa");
    }

    private async Task<(string Conversation, string Question)> RatedAsync()
    {
        var conversation = (await Store.CreateAsync(owner: null, CancellationToken.None)).Id;
        var asked = Question.Create("¿Cuánto dura el contrato de aprendizaje?", conversationId: conversation);
        var answer = await _product.Get<AnswerService>().AskAsync(asked, CancellationToken.None).ToAnswerAsync();
        answer.NotKept.Should().BeNull();
        await _product.Get<FeedbackStore>().RateAsync(answer.QuestionId, owner: null, AnswerRating.Down, "mi cédula es 123", CancellationToken.None);
        await _product.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        return (conversation, answer.QuestionId);
    }
}
