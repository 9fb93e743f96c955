using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Suggestions;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Suggestions;

[Collection(CorpusApiGroup.Name)]
public sealed class SuggestionEndpointsTests(CorpusApi api)
{
    [Fact]
    public async Task Suggestions_ShippedOnes_AreAllAnsweredFromTheCorpus()
    {
        var all = api.Api.Get<SuggestedQuestions>().All;

        all.Should().HaveCountGreaterThan(10);
        foreach (var question in all)
        {
            var answer = await api.Client.AskAsync(question);
            answer.GetProperty("abstained").GetBoolean().Should().BeFalse(question);
            answer.GetProperty("low_confidence").GetBoolean().Should().BeFalse(question);
            answer.GetProperty("citations").GetArrayLength().Should().BePositive(question);
        }
    }

    [Fact]
    public async Task Suggestions_Today_AreAHandfulOfThem()
    {
        var suggestions = (await api.Client.GetFromJsonAsync<JsonElement>("/azusena_api/suggestions")).GetProperty("suggestions").EnumerateArray()
            .Select(item => item.GetString()).ToList();

        suggestions.Should().HaveCount(5).And.OnlyHaveUniqueItems().And.BeSubsetOf(api.Api.Get<SuggestedQuestions>().All);
    }

    [Fact]
    public async Task Suggestions_CorpusWithListedQuestionsOnly_AreThose()
    {
        using var corpus = new TemporaryFolder();
        corpus.Write("horario.txt", "La sede abre a las siete.");
        corpus.Write("horario.txt.preguntas.yaml", "horario: [¿A qué hora llego?, ¿Madrugan mucho?]");
        await using var own = TestApi.Build(corpus: corpus.Path);
        await own.StartAsync();
        await own.Indexed;

        (await own.Client.GetFromJsonAsync<JsonElement>("/azusena_api/suggestions")).GetProperty("suggestions").EnumerateArray()
            .Select(item => item.GetString()).Should().BeEquivalentTo("¿A qué hora llego?", "¿Madrugan mucho?");
    }

    [Fact]
    public async Task Ask_DocumentWithListedQuestions_SuggestsOthersOfIt()
    {
        const string Question = "¿Es verdad que dan plata por estudiar?";
        var answer = await api.Client.AskAsync(Question);

        answer.GetProperty("citations")[0].Text("title").Should().Be("Apoyos de sostenimiento regular y FIC");
        var suggestions = answer.GetProperty("suggestions").EnumerateArray().Select(item => item.GetString()!).ToList();
        suggestions.Should().HaveCount(3).And.OnlyHaveUniqueItems().And.NotContain("¿Dan plata por estudiar en el SENA?");
        (await File.ReadAllLinesAsync(Path.Combine(Repository.Corpus, "aprendiz", "apoyos-de-sostenimiento.md"))).Select(line => line.Trim(' ', '-'))
            .Should().Contain(suggestions);
        using var stream = await api.Client.OpenStreamAsync(Question);
        (await stream.ReadEventsAsync().LastAsync()).Data.GetProperty("answer").Lasting().Should().Be(answer.Lasting());
    }

    [Theory]
    [InlineData("¿Quién ganó el mundial de ajedrez de 1972?")]
    [InlineData("¿Qué es el SENNOVA?")]
    public async Task Ask_AbstentionOrDocumentWithoutQuestions_SuggestsNone(string question) =>
        (await api.Client.AskAsync(question)).TryGetProperty("suggestions", out _).Should().BeFalse();

    [Fact]
    public async Task Suggestions_CorpusWithoutAny_AreNone()
    {
        await using var own = await TestApi.StartAsync();

        (await own.Client.GetFromJsonAsync<JsonElement>("/azusena_api/suggestions")).GetProperty("suggestions").GetArrayLength().Should().Be(0);
    }
}
