using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Errors;
using AzuSena.Languages;
using AzuSena.Prompts.Texts;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering;

public sealed class AnswerServiceTests : IDisposable
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";

    private readonly TemporaryFolder _corpus = TestCorpus.Create();

    [Fact]
    public async Task AskAsync_AnswerableQuestion_QuotesItsPassage()
    {
        await using var product = await IndexedAsync();

        var conversation = (await product.Get<ConversationStore>().CreateAsync(owner: null, CancellationToken.None)).Id;

        var events = await Ask(product, Question.Create(Asked, conversationId: conversation));

        events.Select(it => it.GetType()).Distinct()
            .Should().Equal(typeof(AnswerStarted), typeof(PassagesRetrieved), typeof(AnswerToken), typeof(SentenceGrounded), typeof(AnswerCompleted));
        var answer = AssertOneEnd(events);
        answer.Response.Should().StartWith("El contrato de aprendizaje dura como máximo tres años. [1]").And.Be(TextOf(events));
        answer.Grounding.Should().Equal(events.OfType<SentenceGrounded>().Select(it => it.Grounding)).And.OnlyContain(
            it => it.Support == SentenceSupport.Supported && it.Score == 1);
        answer.Grounding!.Select(it => answer.Response[it.Start..it.End])
            .Should().Equal(answer.Grounding!.Select(it => $"{it.Sentence} [{it.Citations[0].Number}]"));
        answer.QuestionId.Should().MatchRegex("^[0-9a-f]{32}$").And.Be(((AnswerStarted)events[0]).QuestionId);
        answer.Should().BeEquivalentTo(new { ConversationId = conversation, Mode = "extractive", Abstained = false });
        answer.Confidence.Should().BeInRange(0.42, 1);
        answer.Citations[0].Should().BeEquivalentTo(new { Number = 1, Title = "Contrato de aprendizaje", Source = "Prueba", Date = new DateOnly(2025, 6, 25) });
        var retrieved = (PassagesRetrieved)events[1];
        retrieved.Passages[0].Should().BeEquivalentTo(new { answer.Citations[0].PassageId, Title = "Contrato de aprendizaje", Score = 1d });
    }

    [Fact]
    public async Task AskAsync_Typo_IsReported()
    {
        await using var product = await IndexedAsync();

        var events = await Ask(product, "¿Qué presta la bibilioteca?");

        events.OfType<PassagesRetrieved>().Single().Corrections.Should().Equal(new SpellingCorrection("bibilioteca", "biblioteca"));
    }

    [Fact]
    public async Task AskAsync_NothingFound_AbstainsWithoutTitles()
    {
        await using var product = await IndexedAsync();

        var events = await Ask(product, "¿Quién compuso Tannhäuser?");

        events.Select(it => it.GetType()).Should().Equal(
            typeof(AnswerStarted), typeof(PassagesRetrieved), typeof(AnswerAbstained), typeof(AnswerToken), typeof(AnswerCompleted));
        ((AnswerAbstained)events[2]).Should().BeEquivalentTo(new { Confidence = 0d, ClosestTitles = Array.Empty<string>() });
        AssertOneEnd(events).Should().BeEquivalentTo(
            new
            {
                Response = $"No lo encontré en los documentos que tengo.\n\n{product.Get<InstitutionTexts>().NextStep}",
                Abstained = true,
                LowConfidence = false,
                Confidence = 0d,
                Citations = Array.Empty<Citation>()
            });
    }

    [Fact]
    public async Task AskAsync_BelowTheThreshold_AbstainsWithTheClosestTitles()
    {
        await using var product = await IndexedAsync(settings: [("Answering:AbstainBelow", "1"), ("Answering:UncertainBelow", "1")]);

        var events = await Ask(product, "contrato, biblioteca, certificado, deporte, internet");

        var abstained = events.OfType<AnswerAbstained>().Single();
        var titles = abstained.ClosestTitles;
        titles.Should().HaveCount(3).And.OnlyHaveUniqueItems();
        titles.Should().Equal(events.OfType<PassagesRetrieved>().Single().Passages.Take(3).Select(passage => passage.Title));
        abstained.Closest.Select(passage => passage.PassageId).Should().Equal(
            events.OfType<PassagesRetrieved>().Single().Passages.Take(3).Select(passage => passage.PassageId));
        var answer = AssertOneEnd(events);
        answer.Abstained.Should().BeTrue();
        answer.Response.Should().Be(
            $"No lo encontré en los documentos que tengo. Lo más cercano que puedo ofrecer está en: «{titles[0]}», «{titles[1]}», «{titles[2]}».\n\n"
                + product.Get<InstitutionTexts>().NextStep);
    }

    [Theory]
    [InlineData("me quiero morir")]
    [InlineData("Hola, mi pareja me pega. ¿Cuánto dura el contrato de aprendizaje?")]
    public async Task AskAsync_SomebodyInDanger_GetsTheHelpLinesAndNothingElse(string text)
    {
        await using var product = await IndexedAsync();

        var events = await Ask(product, text);

        events.Select(it => it.GetType()).Should().Equal(typeof(AnswerStarted), typeof(AnswerToken), typeof(AnswerCompleted));
        AssertOneEnd(events).Should().BeEquivalentTo(new
        {
            Response = product.Get<InstitutionTexts>().Danger,
            Abstained = false,
            Confidence = 1d,
            Completeness = Completeness.Complete,
            Citations = Array.Empty<Citation>(),
        });
    }

    [Fact]
    public async Task AskAsync_SomebodyInDangerInEnglish_GetsTheHelpLinesInEnglish()
    {
        await using var product = await IndexedAsync();

        var answer = AssertOneEnd(await Ask(product, "I want to kill myself"));

        answer.Response.Should().Be(product.Get<InstitutionTexts>().DangerIn(AskedLanguage.English)).And.Contain("123");
    }

    [Fact]
    public async Task AskAsync_NothingFoundInEnglish_AbstainsInEnglish()
    {
        await using var product = await IndexedAsync();

        var answer = AssertOneEnd(await Ask(product, "Who was the composer of Tannhäuser?"));

        answer.Abstained.Should().BeTrue();
        answer.Response.Should().StartWith("I did not find it in the documents that I have")
            .And.EndWith(product.Get<InstitutionTexts>().NextStepIn(AskedLanguage.English));
    }

    [Theory]
    [InlineData("0", "1", true)]
    [InlineData("0", "0", false)]
    public async Task AskAsync_BetweenTheThresholds_HasLowConfidence(string abstainBelow, string uncertainBelow, bool low)
    {
        await using var product = await IndexedAsync(settings: [("Answering:AbstainBelow", abstainBelow), ("Answering:UncertainBelow", uncertainBelow)]);

        var answer = AssertOneEnd(await Ask(product, Asked));

        answer.Should().BeEquivalentTo(new { Abstained = false, LowConfidence = low });
    }

    [Fact]
    public async Task AskAsync_SmallTalk_IsAnsweredWithoutSearching()
    {
        await using var product = new TestProduct(_corpus.Path);

        var events = await Ask(product, "¡Hola!");

        events.Select(it => it.GetType()).Should().Equal(typeof(AnswerStarted), typeof(AnswerToken), typeof(AnswerCompleted));
        AssertOneEnd(events).Should().BeEquivalentTo(new { Response = TextOf(events), Confidence = 1d, Abstained = false, LowConfidence = false });
    }

    [Fact]
    public async Task AskAsync_NothingIndexed_FailsAsNotReady()
    {
        await using var product = new TestProduct(_corpus.Path);

        var events = await Ask(product, Asked);

        events.Select(it => it.GetType()).Should().Equal(typeof(AnswerStarted), typeof(AnswerFailed));
        events[1].Should().Be(new AnswerFailed("index_not_ready", ErrorCode.IndexNotReady.Message(), RetryAfterSeconds: 5));
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(9, 9)]
    public async Task AskAsync_Question_SearchesThroughTheKernelsPlugin(int? maxPassages, int expected)
    {
        var calls = new List<(string Query, int Max)>();
        var found = Samples.Search(Asked, Samples.Passage("El contrato de aprendizaje dura tres años.", "Contrato de aprendizaje"));
        var search = KernelFunctionFactory.CreateFromMethod(
            (string query, int max) =>
            {
                calls.Add((query, max));
                return found;
            },
            "search");
        var composer = new ComposerDouble();
        await using var product = new TestProduct(_corpus.Path, services => services
            .RemoveAll<KernelPlugin>()
            .AddSingleton(KernelPluginFactory.CreateFromFunctions("memory", [search]))
            .AddSingleton<IAnswerComposer>(composer));

        var answer = AssertOneEnd(await Ask(product, Question.Create(Asked, maxPassages)));

        calls.Should().Equal((Asked, expected));
        composer.Search.Should().BeSameAs(found);
        answer.Should().BeEquivalentTo(new { Response = "Primera parte. Segunda parte.", Mode = "doble" });
    }

    [Fact]
    public async Task AskAsync_Timings_AreReadFromTheClock()
    {
        var time = new FakeTimeProvider();
        var composer = new ComposerDouble(_ =>
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            return Task.CompletedTask;
        });
        await using var product = await IndexedAsync(composer, time);

        AssertOneEnd(await Ask(product, Asked)).TimingsMs.Should().Be(new AnswerTimings(0, 250, 250));
    }

    [Fact]
    public async Task AskAsync_TimeBeforeTheSearch_CountsInTheTotalOnly()
    {
        await using var product = await IndexedAsync(new ComposerDouble(), new TickingTime());

        var timings = AssertOneEnd(await Ask(product, Asked)).TimingsMs;

        timings.Total.Should().BeGreaterThan(timings.Retrieval + timings.Composition);
        timings.Retrieval.Should().BePositive();
        timings.Composition.Should().BePositive();
    }

    [Fact]
    public async Task AskAsync_ConcurrentQuestions_AreAnsweredAsSingleOnes()
    {
        await using var product = await IndexedAsync();
        var expected = AssertOneEnd(await Ask(product, Asked)).Response;

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => AssertOneEnd(await Ask(product, Asked)))));

        answers.Select(answer => answer.Response).Should().AllBe(expected);
        answers.Select(answer => answer.QuestionId).Should().OnlyHaveUniqueItems();
    }

    public void Dispose() => _corpus.Dispose();

    private static string TextOf(IEnumerable<AnswerEvent> events) => string.Concat(events.OfType<AnswerToken>().Select(token => token.Text));

    private static Answer AssertOneEnd(List<AnswerEvent> events)
    {
        events.Where(it => it is AnswerCompleted or AnswerFailed).Should().ContainSingle().Which.Should().BeSameAs(events[^1]);
        return events[^1].Should().BeOfType<AnswerCompleted>().Which.Answer;
    }

    private static Task<List<AnswerEvent>> Ask(TestProduct product, string question) => Ask(product, Question.Create(question));

    private static async Task<List<AnswerEvent>> Ask(TestProduct product, Question question)
    {
        var events = new List<AnswerEvent>();
        await foreach (var @event in product.Get<AnswerService>().AskAsync(question, CancellationToken.None))
        {
            events.Add(@event);
        }

        return events;
    }

    /// <summary>A clock that goes on by ten milliseconds each time that it is read.</summary>
    private sealed class TickingTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 100;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }

    private async Task<TestProduct> IndexedAsync(IAnswerComposer? composer = null, TimeProvider? time = null, params (string, string)[] settings)
    {
        var product = new TestProduct(
            _corpus.Path,
            services => services.AddSingleton(composer ?? new Extraction.ExtractiveComposer()).AddSingleton(time ?? TimeProvider.System),
            settings);
        await product.IndexAsync();
        return product;
    }
}
