using AzuSena.Answers;
using AzuSena.Support;
using AzuSena.Testing;

namespace AzuSena.Answering.Readings;

public sealed class QuestionTranslatorTests : IDisposable
{
    private readonly TemporaryFolder _corpus = TestCorpus.Create();

    [ApertiumFact]
    public async Task AskAsync_EnglishQuestion_IsSearchedInSpanish()
    {
        await using var product = await IndexedAsync();

        var events = await AskAsync(product, "What is the maximum length of the apprenticeship contract?");

        events.OfType<QuestionRewritten>().Should().ContainSingle().Which.Question.Should().Contain("contrato de aprendizaje");
        events.OfType<AnswerCompleted>().Single().Answer.Response.Should().Contain("tres años");
    }

    [ApertiumFact]
    public async Task AskAsync_EnglishQuestion_LeadsWithTheTranslationThenTheQuote()
    {
        await using var product = await IndexedAsync();

        var answer = (await AskAsync(product, "What is the maximum length of the apprenticeship contract?")).OfType<AnswerCompleted>().Single().Answer;

        answer.Lead.Should().StartWith("*(machine translation)* ").And.Contain("apprenticeship contract").And.Contain("three years")
            .And.EndWith("From the documents, in Spanish:\n\nEl contrato de aprendizaje dura como máximo tres años.");
        answer.Response.Should().StartWith(answer.Lead).And.Contain("tres años. [1]");
        answer.Grounding!.Select(it => answer.Response[it.Start..it.End])
            .Should().Equal(answer.Grounding!.Select(it => $"{it.Sentence} [{it.Citations[0].Number}]"));
        answer.Grounding.Should().OnlyContain(it => it.Support == SentenceSupport.Supported);
    }

    [ApertiumFact]
    public async Task AskAsync_EnglishIsNotToBeRead_IsSearchedAsItIs()
    {
        await using var product = await IndexedAsync(("Answering:ReadsEnglish", "false"));

        var events = await AskAsync(product, "What is the maximum length of the apprenticeship contract?");

        events.OfType<QuestionRewritten>().Should().BeEmpty();
        events.OfType<AnswerCompleted>().Single().Answer.Response.Should().NotContain("Spanish").And.NotContain("I did not");
    }

    [ApertiumFact]
    public async Task AskAsync_EnglishQuestionTooLongInSpanish_IsSearchedAsItIs()
    {
        await using var product = await IndexedAsync();

        var events = await AskAsync(product, string.Join(' ', Enumerable.Repeat("Do you know how I can enroll in a course?", 95)));

        events[^1].Should().BeOfType<AnswerCompleted>();
    }

    [Fact]
    public async Task AskAsync_QuestionBehindAStory_IsAnsweredAsTheQuestion()
    {
        await using var product = await IndexedAsync();

        var events = await AskAsync(
            product,
            "Ayer llovió durísimo, se cayó el puente de la vereda, mi tía llegó tardísimo con las gallinas y un perro mordió al panadero. ¿Cuánto dura el " +
                "contrato de aprendizaje?");

        events.OfType<QuestionRewritten>().Should().ContainSingle().Which.Question.Should().Be("¿Cuánto dura el contrato de aprendizaje?");
        events.OfType<AnswerCompleted>().Single().Answer.Response.Should().StartWith("El contrato de aprendizaje dura como máximo tres años. [1]");
    }

    public void Dispose() => _corpus.Dispose();

    private static async Task<List<AnswerEvent>> AskAsync(TestProduct product, string question)
    {
        var events = new List<AnswerEvent>();
        await foreach (var step in product.Get<AnswerService>().AskAsync(Question.Create(question), CancellationToken.None))
        {
            events.Add(step);
        }

        return events;
    }

    private async Task<TestProduct> IndexedAsync(params (string, string)[] settings)
    {
        var product = new TestProduct(_corpus.Path, _ => { }, settings);
        await product.IndexAsync();
        return product;
    }
}
