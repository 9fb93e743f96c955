using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Suggestions;

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
    public async Task Suggestions_CorpusWithoutAny_AreNone()
    {
        await using var own = await TestApi.StartAsync();

        (await own.Client.GetFromJsonAsync<JsonElement>("/azusena_api/suggestions")).GetProperty("suggestions").GetArrayLength().Should().Be(0);
    }
}
