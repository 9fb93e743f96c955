using AzuSena.Answers;
using AzuSena.Languages;
using AzuSena.Prompts.Texts;
using AzuSena.Support;
using AzuSena.Testing;
using AzuSena.Testing.Models;

namespace AzuSena.Answering.English;

/// <summary>English questions that a model answers, over a double of Ollama.</summary>
public sealed class EnglishModelAnswerTests
{
    private const string Asked = "What is the maximum length of the apprenticeship contract?";

    [ApertiumFact]
    public async Task Ask_ReplyInSpanish_IsFramedAndGrounded()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("El contrato dura como máximo ", "tres años [1]", "."));

        var answer = Completed(await product.AskAsync(Asked));

        answer.Mode.Should().StartWith("ollama:");
        answer.Response.Should().MatchRegex(
            @"^\*\(machine translation\)\* [^\n]+ three years\.\n\nFrom the documents, in Spanish:\n\nEl contrato dura como máximo tres años \[1\]\.$");
        answer.Grounding.Should().ContainSingle().Which.Support.Should().Be(SentenceSupport.Supported);
    }

    [ApertiumFact]
    public async Task Ask_ReplyWithoutSupport_IsNotTranslated()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("El contrato de aprendizaje dura como máximo 28 años [1]."));

        Completed(await product.AskAsync(Asked)).Response.Should().StartWith("From the documents, in Spanish:");
    }

    [ApertiumFact]
    public async Task Ask_ReplyInEnglish_IsReplacedByQuotes()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("The contract that you sign lasts at most three years [1]."));

        var answer = Completed(await product.AskAsync(Asked));

        answer.Mode.Should().Be("extractive");
        answer.Response.Should().StartWith("*(machine translation)*").And.Contain("El contrato de aprendizaje dura como máximo tres años. [1]")
            .And.NotContain("that you sign");
    }

    [ApertiumFact]
    public async Task Ask_ModelDeclines_IsSaidInEnglish()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("No lo encontré en los documentos que tengo."));

        var answer = Completed(await product.AskAsync(Asked));

        answer.Abstained.Should().BeTrue();
        answer.Response.Should().Be(
            $"{AnswerTexts.Get("Abstained", AskedLanguage.English)}\n\n{product.Product.Get<InstitutionTexts>().NextStepIn(AskedLanguage.English)}");
    }

    private static Answer Completed(List<AnswerEvent> events) => events.OfType<AnswerCompleted>().Single().Answer;
}
