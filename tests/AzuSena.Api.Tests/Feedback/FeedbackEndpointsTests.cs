using System.Net;
using System.Net.Http.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Feedback;

namespace AzuSena.Api.Tests.Feedback;

public sealed class FeedbackEndpointsTests(SharedApis apis) : IClassFixture<SharedApis>
{
    private const string Question = "¿Cuándo abre la biblioteca?";

    [Fact]
    public async Task Rate_RecentAnswer_IsKeptWithAllThatAnEvaluationCaseNeeds()
    {
        await using var api = await TestApi.StartAsync();
        var answer = await api.Client.AskAsync(Question);

        await RateAsync(api, answer.Text("question_id"), new { rating = "down", comment = "  Faltó el sábado.  " });

        var rated = api.Get<FeedbackStore>().Read().Should().ContainSingle().Subject;
        rated.QuestionId.Should().Be(answer.Text("question_id"));
        rated.Rating.Should().Be(AnswerRating.Down);
        rated.Comment.Should().Be("Faltó el sábado.");
        rated.Question.Should().Be(Question);
        rated.Answer.Should().Be(answer.Text("response"));
        rated.Mode.Should().Be("extractive");
        rated.PassageIds.Should().Equal(answer.GetProperty("citations").EnumerateArray().Select(citation => citation.Text("passage_id")).Distinct());
    }

    [Fact]
    public async Task Rate_Twice_TheLastWins()
    {
        await using var api = await TestApi.StartAsync();
        var id = (await api.Client.AskAsync(Question)).Text("question_id");

        await RateAsync(api, id, new { rating = "down", comment = "No" });
        await RateAsync(api, id, new { rating = "up" });

        var rated = api.Get<FeedbackStore>().Read().Should().ContainSingle().Subject;
        rated.Rating.Should().Be(AnswerRating.Up);
        rated.Comment.Should().BeNull();
    }

    [Fact]
    public async Task Rate_MoreAnswersSince_OnlyWhatIsRememberedOrRatedAlready()
    {
        await using var api = await TestApi.StartAsync("--Feedback:RecentAnswers=1");
        var rated = (await api.Client.AskAsync(Question)).Text("question_id");
        await RateAsync(api, rated, new { rating = "up" });
        var forgotten = (await api.Client.AskAsync(Question)).Text("question_id");
        await api.Client.AskAsync(Question);

        await RateAsync(api, rated, new { rating = "down" });
        await (await PostAsync(api, forgotten, new { rating = "up" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
        api.Get<FeedbackStore>().Read().Should().ContainSingle().Which.Rating.Should().Be(AnswerRating.Down);
    }

    [Fact]
    public async Task Delete_Conversation_TakesItsRatingsAlong()
    {
        await using var api = await TestApi.StartAsync();
        var conversation = await api.Client.BeginConversationAsync();
        using var response = await api.Client.PostAsJsonAsync(Asking.TextPath, new { query = Question, conversation_id = conversation });
        var answer = await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        var other = (await api.Client.AskAsync(Question)).Text("question_id");
        await RateAsync(api, answer.Text("question_id"), new { rating = "up" });
        await RateAsync(api, other, new { rating = "up" });

        (await api.Client.DeleteAsync($"/azusena_api/conversations/{conversation}")).EnsureSuccessStatusCode();

        api.Get<FeedbackStore>().Read().Should().ContainSingle().Which.QuestionId.Should().Be(other);
        await (await PostAsync(api, answer.Text("question_id"), new { rating = "up" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
    }

    [Theory]
    [InlineData("""{"rating": "bien"}""")]
    [InlineData("""{"rating": null}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"rating": 1}""")]
    public async Task Rate_BadBody_IsAProblem(string body)
    {
        var api = await apis.OfAsync();
        var id = (await api.Client.AskAsync(Question)).Text("question_id");

        await (await api.Client.PostBodyAsync($"/azusena_api/questions/{id}/feedback", body))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
    }

    [Fact]
    public async Task Rate_LongComment_IsAProblem()
    {
        var api = await apis.OfAsync();
        var id = (await api.Client.AskAsync(Question)).Text("question_id");

        await RateAsync(api, id, new { rating = "up", comment = new string('a', FeedbackStore.MaxCommentLength) });
        await (await PostAsync(api, id, new { rating = "up", comment = new string('a', FeedbackStore.MaxCommentLength + 1) }))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
    }

    private static async Task RateAsync(TestApi api, string id, object rating) =>
        (await PostAsync(api, id, rating)).StatusCode.Should().Be(HttpStatusCode.NoContent);

    private static Task<HttpResponseMessage> PostAsync(TestApi api, string id, object rating) =>
        api.Client.PostAsJsonAsync($"/azusena_api/questions/{id}/feedback", rating);
}
