using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Answers;

[Collection(CorpusApiGroup.Name)]
public sealed class AnswerContractTests(CorpusApi api)
{
    private const string Question = "¿Qué es el contrato de aprendizaje?";

    [Fact]
    public async Task Ask_AnswerableQuestion_HasEveryFieldOfTheContract()
    {
        var answer = await api.Client.AskAsync(Question);

        answer.Text("response").Should().Contain("[1]").And.ContainEquivalentOf("contrato de aprendizaje");
        answer.Text("question_id").Should().MatchRegex("^[0-9a-f]{32}$");
        answer.Text("mode").Should().Be("extractive");
        answer.GetProperty("abstained").GetBoolean().Should().BeFalse();
        answer.GetProperty("low_confidence").GetBoolean().Should().BeFalse();
        answer.GetProperty("confidence").GetDouble().Should().BeInRange(0.65, 1);
        var timings = answer.GetProperty("timings_ms");
        timings.EnumerateObject().Select(timing => timing.Name).Should().BeEquivalentTo("retrieval", "composition", "total");
        timings.EnumerateObject().Should().OnlyContain(timing => timing.Value.GetDouble() >= 0);
        answer.TryGetProperty("conversation_id", out _).Should().BeFalse("the question named none");
    }

    [Fact]
    public async Task Ask_AnswerableQuestion_CitationsNameWhereTheyComeFrom()
    {
        var citations = (await api.Client.AskAsync(Question)).GetProperty("citations").EnumerateArray().ToList();

        citations.Should().NotBeEmpty();
        citations[0].GetProperty("number").GetInt32().Should().Be(1);
        foreach (var citation in citations)
        {
            citation.EnumerateObject().Select(field => field.Name).Should()
                .Contain(["number", "passage_id", "title", "source", "date", "heading_path", "quote", "start", "end"]);
            citation.Text("title").Should().NotBeEmpty();
            citation.Text("source").Should().NotBeEmpty();
            citation.Text("date").Should().MatchRegex(@"^\d{4}-\d{2}-\d{2}$");
            citation.GetProperty("heading_path").ValueKind.Should().Be(JsonValueKind.Array);
        }
    }

    [Fact]
    public async Task Ask_EveryQuote_IsThePassagesTextFromStartToEnd()
    {
        foreach (var question in SampleQuestions.All)
        {
            var answer = await api.Client.AskAsync(question);
            foreach (var citation in answer.GetProperty("citations").EnumerateArray())
            {
                var passage = await api.Client.GetFromJsonAsync<JsonElement>($"/azusena_api/passages/{citation.Text("passage_id")}");

                passage.Text("id").Should().Be(citation.Text("passage_id"));
                passage.Text("text")[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()].Should().Be(citation.Text("quote"));
                passage.GetProperty("document").Text("title").Should().Be(citation.Text("title"));
                answer.Text("response").Should().Contain($"[{citation.GetProperty("number").GetInt32()}]");
            }
        }
    }

    [Fact]
    public async Task Ask_SameQuestionTwice_AnswersTheSameUnderAnotherId()
    {
        var first = await api.Client.AskAsync(Question);
        var second = await api.Client.AskAsync(Question);

        second.Lasting().Should().Be(first.Lasting());
        second.Text("question_id").Should().NotBe(first.Text("question_id"));
    }

    [Fact]
    public async Task Ask_ConversationId_IsEchoed()
    {
        var conversation = await api.Client.BeginConversationAsync();
        using var response = await api.Client.PostBodyAsync(Asking.TextPath, $$"""{"query": "hola", "conversation_id": "{{conversation}}"}""");

        (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("conversation_id").Should().Be(conversation);
    }

    [Theory]
    [InlineData(Asking.TextPath)]
    [InlineData(Asking.StreamPath)]
    public async Task Ask_ConversationThatNobodyBegan_IsNotFoundBeforeAnyEvent(string path)
    {
        using var response = await api.Client.PostBodyAsync(path, """{"query": "hola", "conversation_id": "charla-7 ñ"}""");

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Theory]
    [InlineData(Asking.TextPath)]
    [InlineData(Asking.StreamPath)]
    public async Task Ask_VariantThatThereIsNot_IsABadRequestBeforeAnyEvent(string path)
    {
        using var response = await api.Client.PostBodyAsync(path, $$"""{"query": "{{Question}}", "prompt_variant": "inventada"}""");

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
    }

    [Fact]
    public async Task Ask_MaxDocs_BoundsThePassagesDrawnOn()
    {
        const string Broad = "¿Qué deberes, derechos, apoyos y sanciones tiene un aprendiz del SENA?";
        (await CitedAsync(5)).Should().BeGreaterThan(1, "the question draws on more than one passage");
        (await CitedAsync(1)).Should().Be(1);

        async Task<int> CitedAsync(int maxDocs)
        {
            using var response = await api.Client.PostAsJsonAsync(Asking.TextPath, new { query = Broad, max_docs = maxDocs });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return answer.GetProperty("citations").EnumerateArray().Select(citation => citation.Text("passage_id")).Distinct().Count();
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    [InlineData("text/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.api+json")]
    public async Task Ask_JsonUnderAnyUsualContentType_IsAnswered(string? mediaType)
    {
        using var response = await api.Client.PostBodyAsync(Asking.TextPath, $$"""{"query": "{{Question}}"}""", mediaType);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("response").Should().ContainEquivalentOf("contrato de aprendizaje");
    }

    [Theory]
    [InlineData("¿Cuál es la distancia entre Júpiter y Saturno?")]
    [InlineData("¿Quién ganó el mundial de fútbol de 1986?")]
    public async Task Ask_QuestionThatTheDocumentsDoNotAnswer_Abstains(string question)
    {
        var answer = await api.Client.AskAsync(question);

        answer.GetProperty("abstained").GetBoolean().Should().BeTrue();
        answer.GetProperty("low_confidence").GetBoolean().Should().BeFalse();
        answer.GetProperty("confidence").GetDouble().Should().BeInRange(0, 0.4);
        answer.GetProperty("citations").GetArrayLength().Should().Be(0);
        answer.Text("response").Should().NotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Ask_Greeting_IsGreetedBackWithoutSearching()
    {
        var answer = await api.Client.AskAsync("¡Hola, AzuSENA!");

        answer.Text("response").Should().Contain("AzuSENA");
        answer.GetProperty("abstained").GetBoolean().Should().BeFalse();
        answer.GetProperty("confidence").GetDouble().Should().Be(1);
        answer.GetProperty("citations").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("no-existe")]
    [InlineData("' OR 1=1 --")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    public async Task FindPassage_UnknownId_IsPassageNotFound(string id)
    {
        using var response = await api.Client.GetAsync($"/azusena_api/passages/{id}");

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "passage_not_found");
    }
}
