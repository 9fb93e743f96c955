using AzuSena.Answers;
using AzuSena.Support;
using AzuSena.Testing.Models;

namespace AzuSena.Answering.Generation;

/// <summary>What becomes of a model's text that is no answer: marks of its template, fences, tool calls, other forms of citations.</summary>
public sealed class ModelTextTests : IClassFixture<ModelTextTests.Product>
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";
    private const string Said = "El contrato de aprendizaje dura tres años [1].";
    private const string Unmarked = "El contrato de aprendizaje dura tres años";

    private readonly Product _product;

    public ModelTextTests(Product product) => _product = product;

    public static TheoryData<string> Wrapped => new(
        Said + "<|im_end|>\n<|im_start|>user\n¿Otra pregunta?",
        Said + "</s>",
        Said + "<end_of_turn>\n<start_of_turn>user\n¿Otra?",
        Said + "<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n¿Otra?",
        Said + "<｜end▁of▁sentence｜>",
        Said + "<|endoftext|>Otra cosa.",
        "<s>[INST] ¿Cuánto dura? [/INST] " + Said,
        "<|im_start|>assistant\n" + Said,
        "<|assistant|>\n" + Said + "<|end|>",
        "```markdown\n" + Said + "\n```",
        "\n\n```\n" + Said + "\n```\n",
        "~~~md\n" + Said + "\n~~~",
        "```" + Said + "```");

    [Theory]
    [MemberData(nameof(Wrapped))]
    public async Task Ask_MarksAndFences_AreNotPartOfTheAnswer(string reply)
    {
        foreach (var pieces in new[] { [reply], reply.Select(character => character.ToString()).ToArray() })
        {
            var (answer, tokens) = await _product.AskAsync(_ => ModelScript.Of(pieces));

            answer.Response.Should().Be(Said);
            answer.Citations.Should().ContainSingle();
            tokens.Should().Be(Said);
        }
    }

    [Fact]
    public async Task Ask_TagThatIsOnlyClosed_WhatStandsBeforeIsThoughtAndTakenBack()
    {
        var events = await _product.EventsAsync(_ => ModelScript.Of("Primero razono. ", "¿Sin abrir?", "</think>", Said));

        var answer = ModelAnswerTests.Completed(events);
        answer.Response.Should().Be(Said);
        answer.Citations.Should().ContainSingle();
        answer.Grounding!.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Start = 0, End = Said.Length });
        string.Concat(events.OfType<ReasoningToken>().Select(token => token.Text)).Should().Be("Primero razono. ¿Sin abrir?");
        var tokens = string.Concat(events.OfType<AnswerToken>().Select(token => token.Text));
        var withdrawn = events.OfType<SentenceGrounded>().Last(it => it.Retracted).Grounding;
        tokens.Remove(withdrawn.Start, withdrawn.End - withdrawn.Start).Should().Be(Said);

        var next = await _product.EventsAsync(_ => ModelScript.Of("Primero razono. ", "¿Sin abrir?", "</think>", Said));
        string.Concat(next.OfType<AnswerToken>().Select(token => token.Text)).Should().Be(Said, "a model that did so once is waited for");
    }

    [Theory]
    [InlineData("[TOOL_CALLS] [{\"name\":\"calendar_is_holiday\",\"arguments\":{\"date\":\"2026-12-25\"}}]")]
    [InlineData("<tool_call>\n{\"name\": \"calendar_is_holiday\", \"arguments\": {\"date\": \"2026-12-25\"}}\n</tool_call>")]
    [InlineData("{\"name\": \"calendar_is_holiday\", \"parameters\": {\"date\": \"2026-12-25\"}}")]
    [InlineData("```json\n[{\"name\": \"calendar_is_holiday\", \"arguments\": {}}]\n```")]
    [InlineData("{\"type\":\"function\",\"function\":{\"name\":\"x\",\"arguments\":\"{}\"}}")]
    public async Task Ask_NothingButAToolCallInTheText_IsExtracted(string reply)
    {
        var events = await _product.EventsAsync(_ => ModelScript.Of(reply));

        events.Should().ContainEquivalentOf(new ModeChanged("extractive", "model_unavailable"));
        ModelAnswerTests.Completed(events).Mode.Should().Be("extractive");
        string.Concat(events.OfType<AnswerToken>().Select(token => token.Text)).Should().NotContain("calendar").And.NotContain("TOOL");
    }

    [Theory]
    [InlineData("(1)")]
    [InlineData("[^1]")]
    [InlineData("【1】")]
    [InlineData("【1†source】")]
    [InlineData("[1, 1]")]
    [InlineData("[1][1]")]
    [InlineData("(1, 1)")]
    [InlineData("[Pasaje 1]")]
    [InlineData("[fuente 1]")]
    [InlineData("[doc 1]")]
    [InlineData("(Fuente: 1)")]
    [InlineData("([1])")]
    [InlineData("[[1]]")]
    [InlineData("[1](#cita-1)")]
    public async Task Ask_OtherFormsOfCitations_BecomeCitations(string mark)
    {
        var (answer, tokens) = await _product.AskAsync(_ => ModelScript.Of($"{Unmarked} {mark}."));

        answer.Response.Should().Be(Said);
        answer.Citations.Select(citation => citation.Number).Should().Equal(1);
        tokens.Should().Be(Said);
    }

    [Theory]
    [InlineData("El contrato de aprendizaje dura tres años, según el numeral (1).", "El contrato de aprendizaje dura tres años, según el numeral (1) [1].")]
    [InlineData("(1) El contrato de aprendizaje dura tres años.", "(1) El contrato de aprendizaje dura tres años [1].")]
    [InlineData("El contrato de aprendizaje dura tres años (9).", "El contrato de aprendizaje dura tres años (9) [1].")]
    public async Task Ask_NumberThatIsNoCitation_StaysText(string reply, string said)
    {
        (await _product.AskAsync(_ => ModelScript.Of(reply))).Answer.Response.Should().Be(said);
    }

    /// <summary>One product for all tests of the class, whose model says what each test wants.</summary>
    public sealed class Product : IAsyncLifetime
    {
        private ModelProduct? _product;

        public async Task<List<AnswerEvent>> EventsAsync(Func<ModelRequest, ModelScript> script)
        {
            _product!.Server.Script = script;
            return await _product.AskAsync(Asked);
        }

        public async Task<(Answer Answer, string Tokens)> AskAsync(Func<ModelRequest, ModelScript> script)
        {
            var events = await EventsAsync(script);
            return (ModelAnswerTests.Completed(events), string.Concat(events.OfType<AnswerToken>().Select(token => token.Text)));
        }

        public async Task InitializeAsync() => _product = await ModelProduct.StartAsync(_ => ModelScript.Of("Hola"));

        public async Task DisposeAsync() => await _product!.DisposeAsync();
    }
}
