using AzuSena.Answers;
using AzuSena.Support;
using AzuSena.Testing.Models;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>What is shown of the replies of a model that keeps to no rule. The table is in docs/decisions/0027-model-contract.md.</summary>
public sealed class ReplyContractTests : IClassFixture<ReplyContractTests.Product>
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";
    private const string Lead = "El contrato de aprendizaje dura como máximo tres años [1].";
    private const string Pays = "La empresa patrocinadora paga al aprendiz un apoyo de sostenimiento mensual [1].";
    private const string Extracted = "El contrato de aprendizaje dura como máximo tres años.";
    private const string Declined = "No lo encontré en los documentos que tengo.";

    private readonly Product _product;

    public ReplyContractTests(Product product) => _product = product;

    /// <summary>A reply, and what is shown of it.</summary>
    public static TheoryData<string, string, string> Shown => new()
    {
        { "as told", $"{Lead} {Pays}", $"{Lead} {Pays}" },
        { "long", $"{Lead}\n\n{Long}", $"{Lead}\n\n{FirstOfLong}" },
        { "a list that is too long", $"{Lead}\n\nRequisitos:\n\n{LongList}\n\n{Pays}", Lead },
        { "a list that answers", $"El contrato de aprendizaje:\n\n{LongList}", $"El contrato de aprendizaje:\n\n{LongList}" },
        { "a list first", $"- {Lead}\n- {Pays}\n\n{Lead}", $"- {Lead}\n- {Pays}" },
        { "yes and the sentence", $"Sí. {Lead}", $"Sí. {Lead}" },
        { "chatter around", $"¡Claro! Con gusto respondo tu pregunta. {Lead} Espero que esta información te sea útil. ¿Tienes más dudas?", Lead },
        { "a heading first", $"## Respuesta\n\n{Lead}", Lead },
        { "a sentence twice", $"{Lead} {Lead} {Pays}", Lead },
        { "an end in English", $"{Lead} The company pays for all of it and you do not have to.", Lead },
        { "cites nothing, but a passage says it", Lead.Replace(" [1]", "", StringComparison.Ordinal), Lead },
        { "an invented link", "El contrato de aprendizaje dura como máximo tres años, según https://contratos.inventado.com/sena [1].",
            "El contrato de aprendizaje dura como máximo tres años, según (enlace retirado) [1]." },
        { "an invented link with a text", "El [contrato de aprendizaje](https://inventado.com) dura como máximo tres años [1].", Lead },
        { "an invented address", "El contrato de aprendizaje dura como máximo tres años, según contrato@inventado.com [1].",
            "El contrato de aprendizaje dura como máximo tres años, según (enlace retirado) [1]." },
        { "an invented placeholder", "El contrato de aprendizaje dura como máximo tres años, según [enlace 7] [1].",
            "El contrato de aprendizaje dura como máximo tres años, según (enlace retirado) [1]." },
        { "a part is missing", $"{Lead}\n\nFalta: cuánto cuesta.", $"{Lead}\n\nNo encontré en los documentos: cuánto cuesta." },
        { "nothing is missing", $"{Lead}\n\nFalta: nada.", Lead },
    };

    private static string FirstOfLong => string.Join(' ', Numbered.Take(14));

    private static string Long => string.Join(' ', Numbered);

    private static IEnumerable<string> Numbered => Enumerable.Range(1, 40).Select(i => $"La empresa {i} paga al aprendiz un apoyo de sostenimiento [1].");

    private static string LongList => string.Join(
        '\n', Enumerable.Range(1, 30).Select(i => $"- La empresa {i} paga al aprendiz un apoyo de sostenimiento [1]."));

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task Ask_ReplyOfAModel_ShowsWhatTheContractAllows(string name, string reply, string shown)
    {
        foreach (var pieces in new[] { [reply], reply.Select(letter => letter.ToString()).ToArray() })
        {
            var events = await _product.AskAsync(Asked, _ => ModelScript.Of(pieces));

            var answer = ModelAnswerTests.Completed(events);
            answer.Response.Should().Be(shown, name);
            answer.Mode.Should().Be("ollama:mistral:7b");
            Tokens(events).Should().Be(shown);
        }
    }

    [Theory]
    [InlineData("another language", "The apprenticeship contract lasts at most three years, and the company pays you [1].")]
    [InlineData("another language without its little words first", "Apprentices receive monthly support from companies that pay for the contract [1].")]
    [InlineData("Portuguese", "O contrato de aprendizagem não dura mais de três anos e você recebe uma ajuda [1].")]
    [InlineData("another script", "学徒合同最长三年。")]
    [InlineData("JSON", "{\"respuesta\": \"El contrato de aprendizaje dura tres años.\", \"fuentes\": [1]}")]
    [InlineData("fenced JSON", "```json\n{\"respuesta\": \"El contrato dura tres años.\"}\n```")]
    [InlineData("XML", "<respuesta>El contrato de aprendizaje dura tres años.</respuesta>")]
    [InlineData("only chatter", "¡Claro! Con gusto te ayudo con tu pregunta.")]
    [InlineData("words in a circle", "El contrato es un contrato que es un contrato que es un contrato que es un contrato que es un contrato que")]
    public async Task Ask_ReplyThatIsNoAnswer_IsExtracted(string name, string reply)
    {
        foreach (var pieces in new[] { [reply], reply.Split(' ').Select(word => word + " ").ToArray() })
        {
            var events = await _product.AskAsync(Asked, _ => ModelScript.Of(pieces));

            events.Should().ContainEquivalentOf(new ModeChanged("extractive", "model_reply_unusable"), name);
            var answer = ModelAnswerTests.Completed(events);
            answer.Response.Should().StartWith(Extracted);
            answer.Should().BeEquivalentTo(new { Mode = "extractive", Abstained = false });
        }
    }

    [Theory]
    [InlineData("no source", "Depende de la luna y de las mareas.")]
    [InlineData("a source that does not say it", "Depende de la luna y de las mareas [1].")]
    [InlineData("only what is missing", "Falta: cuánto dura.")]
    [InlineData("declined, then advice", Declined + " Pregunta en el centro más cercano.")]
    public async Task Ask_ReplyWithoutASource_IsAnAbstention(string name, string reply)
    {
        var events = await _product.AskAsync(Asked, _ => ModelScript.Of(reply));

        var answer = ModelAnswerTests.Completed(events);
        answer.Response.Should().StartWith(Declined).And.NotContain("luna").And.NotContain("Pregunta en");
        answer.Should().BeEquivalentTo(new { Abstained = true, Completeness = Completeness.None, Lead = (string?)null }, name);
        events.Should().ContainSingle(it => it is AnswerAbstained);
    }

    [Fact]
    public async Task Ask_NamedProviderRepliesInEnglish_IsExtracted()
    {
        await using var product = await ModelProduct.StartAsync(
            _ => ModelScript.Of("The contract lasts three years, and it is paid."), ("Llm:Provider", "ollama"));

        ModelAnswerTests.Completed(await product.AskAsync(Asked)).Mode.Should().Be("extractive");
    }

    [Theory]
    [InlineData("a sentence", "La empresa paga al aprendiz un apoyo de sostenimiento [1]. ")]
    [InlineData("words", "Y la empresa le paga un apoyo al aprendiz, ")]
    public async Task Ask_ModelGoesRoundInCircles_ItsRequestEnds(string name, string circle)
    {
        var events = await _product.AskAsync(
            Asked, _ => ModelScript.Of($"{Lead} ").Text(Enumerable.Repeat(circle, 20)).Stall());

        ModelAnswerTests.Completed(events).Response.Should().StartWith(Lead, name);
        var request = _product.Requests[^1];
        await request.ClientLeft;
    }

    [Theory]
    [InlineData("La empresa patrocinadora paga al")]
    [InlineData("\n\nRequisitos:\n\n- La empresa paga al aprendiz un apoyo [1].\n- La empresa patroc")]
    public async Task Ask_LimitOfTokens_LeavesOutWhatIsBrokenOff(string end) =>
        ModelAnswerTests.Completed(await _product.AskAsync(Asked, _ => ModelScript.Of($"{Lead} ", end).Because("length"))).Response.Should().Be(Lead);

    [Fact]
    public async Task Ask_Lead_IsTheFirstSentence()
    {
        var answer = ModelAnswerTests.Completed(await _product.AskAsync(Asked, _ => ModelScript.Of($"{Pays} {Lead}")));

        answer.Lead.Should().Be(Pays.Replace(" [1]", "", StringComparison.Ordinal));
        answer.Completeness.Should().Be(Completeness.Complete);
    }

    [Theory]
    [InlineData($"{Lead} Falta: cuánto cuesta.")]
    [InlineData("No lo encontré en los documentos que tengo, pero el contrato de aprendizaje dura tres años [1].")]
    public async Task Ask_PartIsMissing_IsPartial(string reply) =>
        ModelAnswerTests.Completed(await _product.AskAsync(Asked, _ => ModelScript.Of(reply))).Completeness.Should().Be(Completeness.Partial);

    private static string Tokens(List<AnswerEvent> events) => string.Concat(events.OfType<AnswerToken>().Select(token => token.Text));

    /// <summary>One product for all tests of the class, whose model says what each test wants.</summary>
    public sealed class Product : IAsyncLifetime
    {
        private ModelProduct? _product;

        public IReadOnlyList<ModelRequest> Requests => _product!.Server.Requests;

        public Task<List<AnswerEvent>> AskAsync(string question, Func<ModelRequest, ModelScript> script)
        {
            _product!.Server.Script = script;
            return _product.AskAsync(question);
        }

        public async Task InitializeAsync() => _product = await ModelProduct.StartAsync(_ => ModelScript.Of("Hola"));

        public async Task DisposeAsync() => await _product!.DisposeAsync();
    }
}
