using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Answers;

/// <summary>The lead, the completeness and what else was found, over each way in; by voice in <c>VoiceQueryTests</c>.</summary>
public sealed class AnswerShapeTests
{
    // Both documents of the small corpus hold a part of it.
    private const string Question = "¿Cuándo abre la biblioteca, y dónde se entrega el carné del aprendiz?";

    [Theory]
    [InlineData(Completeness.Complete, "complete")]
    [InlineData(Completeness.Partial, "partial")]
    public async Task Ask_EachWayIn_HasTheWholeShape(Completeness completeness, string name)
    {
        await using var api = await StartAsync(completeness);
        var answer = await api.Client.AskAsync(Question);

        answer.Text("completeness").Should().Be(name);
        answer.Text("response").Should().StartWith($"{answer.Text("lead")} [1]");
        var more = answer.GetProperty("more").EnumerateArray().Should().ContainSingle().Subject;
        more.EnumerateObject().Select(field => field.Name).Should().Contain(["number", "passage_id", "title", "heading_path", "quote", "start", "end"]);
        answer.Text("response").Should().NotContain(more.Text("quote"));

        using var stream = await api.Client.OpenStreamAsync(Question);
        (await stream.ReadEventsAsync().LastAsync()).Data.GetProperty("answer").Lasting().Should().Be(answer.Lasting());
        await using var chat = await ChatClient.ConnectAsync(api);
        (await chat.StreamAsync(new { query = Question }))[^1].GetProperty("answer").Lasting().Should().Be(answer.Lasting());
        (await chat.AskAsync(Question)).Last.GetProperty("answer").Lasting().Should().Be(answer.Lasting());
        await using var legacy = await LegacyClient.ConnectAsync(api);
        var said = await legacy.AskAsync(Question);
        said[^2].Body.GetProperty("answer").Lasting().Should().Be(answer.Lasting());
        said[^1].Body.GetRawText().Should().NotContain("more", "the original's clients get the text and nothing else");
    }

    [Fact]
    public async Task Ask_InAConversation_KeepsTheShapeOfItsTurn()
    {
        await using var api = await StartAsync(Completeness.Partial);
        var conversation = await api.Client.BeginConversationAsync();
        using var response = await api.Client.PostAsJsonAsync(Asking.TextPath, new { query = Question, conversation_id = conversation });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        var turn = (await api.Client.GetFromJsonAsync<JsonElement>($"/azusena_api/conversations/{conversation}")).GetProperty("turns")[0];

        foreach (var field in new[] { "completeness", "lead", "more" })
        {
            turn.GetProperty(field).GetRawText().Should().Be(answer.GetProperty(field).GetRawText());
        }
    }

    [Fact]
    public async Task Ask_QuestionThatTheDocumentsDoNotAnswer_LinksTheClosest()
    {
        await using var api = await TestApi.StartAsync("--Answering:AbstainBelow=1", "--Answering:UncertainBelow=1");
        using var stream = await api.Client.OpenStreamAsync(Question);
        var events = (await stream.ReadEventsAsync().ToListAsync()).ConvertAll(item => item.Data);

        var abstained = events.Single(step => step.Text("type") == "answer_abstained");
        var closest = abstained.GetProperty("closest").EnumerateArray().ToList();
        closest.Select(one => one.Text("title")).Should().Equal(abstained.GetProperty("closest_titles").EnumerateArray().Select(title => title.GetString()!));
        closest.Should().HaveCount(2);
        foreach (var one in closest)
        {
            var passage = await api.Client.GetFromJsonAsync<JsonElement>($"/azusena_api/passages/{one.Text("passage_id")}");
            passage.GetProperty("document").Text("title").Should().Be(one.Text("title"));
        }

        var answer = events[^1].GetProperty("answer");
        answer.Text("completeness").Should().Be("none");
        answer.TryGetProperty("lead", out _).Should().BeFalse();
        answer.TryGetProperty("more", out _).Should().BeFalse();
    }

    private static Task<TestApi> StartAsync(Completeness completeness) =>
        TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(new ShortComposer(completeness)));
}
