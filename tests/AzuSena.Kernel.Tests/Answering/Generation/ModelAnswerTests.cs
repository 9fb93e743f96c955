using AzuSena.Answers;
using AzuSena.Prompts.Texts;
using AzuSena.Support;
using AzuSena.Testing.Models;

namespace AzuSena.Answering.Generation;

/// <summary>Answers that a model writes, over a double of Ollama.</summary>
public sealed class ModelAnswerTests
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";

    [Fact]
    public async Task Ask_ModelServes_ItsTextIsTheAnswerWithCitations()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Dura ", "tres", " años", " [", "1", "]", " [9]", "."));

        var events = await product.AskAsync(Asked);

        events[0].Should().BeOfType<AnswerStarted>().Which.Mode.Should().Be("ollama:mistral:7b");
        var answer = Completed(events);
        answer.Should().BeEquivalentTo(new { Response = "Dura tres años [1].", Mode = "ollama:mistral:7b", Abstained = false });
        answer.Prompt.Should().MatchRegex("^Answering/AnswerQuestion@[0-9a-f]{12}$");
        answer.Citations.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Number = 1, Title = "Contrato de aprendizaje", Quote = "El contrato de aprendizaje dura como máximo tres años." });
        string.Concat(events.OfType<AnswerToken>().Select(token => token.Text)).Should().Be(answer.Response);
        var request = product.Server.Requests.Should().ContainSingle().Subject;
        request.Messages.Should().HaveCount(2);
        request.LastQuestion.Should().Contain("[1] Contrato de aprendizaje").And.Contain(Asked);
    }

    [Fact]
    public async Task Ask_Variant_IsTheOneThatWasAskedFor()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Tres años [1]."));

        Completed(await product.AskAsync(Asked, variant: "corto")).Prompt.Should().StartWith("Answering/AnswerQuestion.corto@");
    }

    [Fact]
    public async Task Ask_VariantByShare_IsTheSameForAConversation()
    {
        await using var product =
            await ModelProduct.StartAsync(_ => ModelScript.Of("Tres años [1]."), ("Prompts:Variants", "Answering/AnswerQuestion.corto:50"));
        var conversation = await product.BeginConversationAsync();

        var prompts = new HashSet<string?>();
        for (var turn = 0; turn < 3; turn++)
        {
            prompts.Add(Completed(await product.AskAsync(Asked, conversation)).Prompt);
        }

        prompts.Should().ContainSingle();
    }

    [Theory]
    [InlineData("No lo encontré en los documentos que tengo.")]
    [InlineData("**No lo encontré en los documentos que tengo**")]
    [InlineData("No lo encontre en los documentos que tengo.")]
    public async Task Ask_ModelDeclines_IsAnAbstention(string said)
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of(said));

        var events = await product.AskAsync(Asked);

        events.OfType<AnswerAbstained>().Should().ContainSingle().Which.ClosestTitles.Should().Contain("Contrato de aprendizaje");
        Completed(events).Should().BeEquivalentTo(
            new { Response = $"{said}\n\n{product.Product.Get<InstitutionTexts>().NextStep}", Abstained = true, LowConfidence = false });
    }

    [Fact]
    public async Task Ask_ModelDeclinesAPart_IsAnAnswer()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("No lo encontré en los documentos que tengo, pero dura tres años [1]."));

        Completed(await product.AskAsync(Asked)).Abstained.Should().BeFalse();
    }

    [Theory]
    [InlineData("Tres años [1].", false)]
    [InlineData("Tres años.", false)]
    [InlineData("Depende de la luna.", true)]
    [InlineData("Depende de la luna [1].", true)]
    public async Task Ask_NothingOfItIsSupported_IsAnAbstention(string said, bool abstained)
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of(said));

        Completed(await product.AskAsync(Asked)).Abstained.Should().Be(abstained);
    }

    [Theory]
    [InlineData("mark", "Dura cien lunas. El contrato dura tres años [1].", false)]
    [InlineData("drop", "El contrato dura tres años [1].", false)]
    [InlineData("retract", "El contrato dura tres años [1].", false)]
    public async Task Ask_UnsupportedSentence_IsDealtWithAsSet(string policy, string response, bool abstained)
    {
        await using var product = await ModelProduct.StartAsync(
            _ => ModelScript.Of("Dura cien lunas [1]. ", "El contrato dura ", "tres años [1]."), ("Answering:Unsupported", policy));

        var events = await product.AskAsync(Asked);

        var answer = Completed(events);
        answer.Should().BeEquivalentTo(new { Response = response, Abstained = abstained });
        answer.Grounding!.Select(it => answer.Response[it.Start..it.End]).Last().Should().Be("El contrato dura tres años [1].");
        events.OfType<SentenceGrounded>().Any(it => it.Retracted).Should().Be(policy == "retract");
        string.Concat(events.OfType<AnswerToken>().Select(token => token.Text)).Contains("lunas", StringComparison.Ordinal).Should().Be(policy != "drop");
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("retract")]
    public async Task Ask_NoSentenceIsLeft_IsAnAbstention(string policy)
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Dura cien lunas [1]."), ("Answering:Unsupported", policy));

        var events = await product.AskAsync(Asked);

        Completed(events).Should().BeEquivalentTo(
            new { Response = $"No lo encontré en los documentos que tengo.\n\n{product.Product.Get<InstitutionTexts>().NextStep}", Abstained = true });
        events.Should().ContainSingle(it => it is AnswerAbstained);
    }

    [Fact]
    public async Task Ask_LawThatIsNotHeld_IsToldBeforeTheNextSentence()
    {
        await using var product =
            await ModelProduct.StartAsync(_ => ModelScript.Of("Según la Ley 9999 de 2020, el contrato dura tres años [1]. ", "La empresa paga un apoyo [1]."));

        var events = await product.AskAsync(Asked);

        var first = events.FindIndex(it => it is SentenceGrounded);
        ((SentenceGrounded)events[first]).Grounding.Should().BeEquivalentTo(new { Support = SentenceSupport.Partly, NotFound = new[] { "Ley 9999 de 2020" } });
        string.Concat(events.Take(first).OfType<AnswerToken>().Select(token => token.Text))
            .Should().Be("Según la Ley 9999 de 2020, el contrato dura tres años [1].");
    }

    [Fact]
    public async Task Ask_ModelThinks_ThoughtsAreEventsOfTheirOwn()
    {
        await using var product =
            await ModelProduct.StartAsync(_ => new ModelScript().Think("A ver", "…").Text("Tres años [1]."), ("Ollama:Model", "qwen3:4b"));

        var events = await product.AskAsync(Asked);

        events.OfType<ReasoningToken>().Select(token => token.Text).Should().Equal("A ver", "…");
        Completed(events).Response.Should().Be("Tres años [1].");
    }

    [Fact]
    public async Task Ask_ModelIsNotInMemory_SaysThatItLoads()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Tres años [1]."));
        product.Server.StartsLoaded = false;

        (await product.AskAsync(Asked)).Should().ContainEquivalentOf(new ModelLoading("mistral:7b"));
        (await product.AskAsync(Asked)).Should().NotContain(it => it is ModelLoading);
    }

    [Fact]
    public async Task Ask_NoEvidence_NeverReachesTheModel()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Wagner."));

        Completed(await product.AskAsync("¿Quién compuso Tannhäuser?")).Abstained.Should().BeTrue();

        product.Server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Ask_SmallTalk_IsAnsweredByItsPrompt()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("¡Hola! Pregúntame [1]."));

        var answer = Completed(await product.AskAsync("hola"));

        answer.Response.Should().Be("¡Hola! Pregúntame.");
        answer.Prompt.Should().StartWith("Answering/SmallTalk@");
    }

    [Fact]
    public async Task Ask_QuestionTooLongForASmallModel_IsExtracted()
    {
        await using var product =
            await ModelProduct.StartAsync(_ => ModelScript.Of("Nada."), ("Ollama:Model", "tinyllama:1.1b"), ("Answering:AbstainBelow", "0"));

        var events = await product.AskAsync(string.Join(' ', Enumerable.Repeat("contrato aprendizaje", 190)));

        events.Should().ContainEquivalentOf(new ModeChanged("extractive", "question_invalid"));
        product.Server.Requests.Should().BeEmpty();
    }

    internal static Answer Completed(List<AnswerEvent> events) => events[^1].Should().BeOfType<AnswerCompleted>("{0}", events[^1]).Which.Answer;
}
