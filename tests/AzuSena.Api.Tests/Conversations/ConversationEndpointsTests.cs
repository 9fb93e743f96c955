using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Conversations;

namespace AzuSena.Api.Tests.Conversations;

public sealed class ConversationEndpointsTests : IAsyncLifetime
{
    private const string Path = "/azusena_api/conversations";

    private static readonly ConversationTurn Turn = new(
        "q-1",
        "¿y cuánto dura?",
        "¿y cuánto dura? (contrato de aprendizaje)",
        "Hasta tres años [1].",
        "extractive",
        Abstained: false,
        [new TurnCitation(1, "p-1", "Contrato de aprendizaje", "Hasta tres años.", 10, 26), new TurnCitation(2, "p-2", "De antes")],
        new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    private TestApi _api = null!;

    private HttpClient Client => _api.Client;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Post_Nothing_BeginsAConversationAndSaysWhereItIs()
    {
        using var response = await Client.PostAsync(Path, content: null);
        var conversation = await response.Content.ReadFromJsonAsync<JsonElement>();

        response.StatusCode.Should().Be(HttpStatusCode.Created);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.Location!.OriginalString.Should().Be($"{Path}/{conversation.Text("conversation_id")}");
        conversation.EnumerateObject().Select(property => property.Name).Should().Equal("conversation_id", "created_at", "expires_at", "turns");
        (conversation.GetProperty("expires_at").GetDateTimeOffset() - conversation.GetProperty("created_at").GetDateTimeOffset())
            .Should().Be(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Get_ConversationWithATurn_ShowsAllOfIt()
    {
        var path = await BeginAsync();

        using var response = await Client.GetAsync(path);
        var conversation = await response.Content.ReadFromJsonAsync<JsonElement>();

        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        conversation.Text("title").Should().Be("¿y cuánto dura?");
        var turn = conversation.GetProperty("turns").EnumerateArray().Should().ContainSingle().Subject;
        turn.GetRawText().Should().Be(
            """{"question_id":"q-1","question":"¿y cuánto dura?","standalone_question":"¿y cuánto dura? (contrato de aprendizaje)","answer":"Hasta tres """ +
                """años [1].","mode":"extractive","abstained":false,"citations":[{"number":1,"passage_id":"p-1","title":"Contrato de """ +
                """aprendizaje","quote":"Hasta tres años.","start":10,"end":26},{"number":2,"passage_id":"p-2","title":"De """ +
                """antes"}],"answered_at":"2026-03-01T08:00:00+00:00","completeness":"complete"}""");
    }

    [Fact]
    public async Task Patch_Title_IsKept()
    {
        var path = await BeginAsync();

        using var response = await Client.PatchAsJsonAsync(path, new { title = " Mi contrato ", color = "rojo" });

        (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("title").Should().Be("Mi contrato");
        (await Client.GetFromJsonAsync<JsonElement>(path)).Text("title").Should().Be("Mi contrato");
    }

    [Theory]
    [InlineData("""{"title": ""}""")]
    [InlineData("""{}""")]
    [InlineData("""{"title": 7}""")]
    [InlineData("""{"title": "\ud800"}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""{"title": """)]
    public async Task Patch_NoTitle_IsInvalid(string body)
    {
        var path = await BeginAsync();
        using var content = new StringContent(body, mediaType: new("application/json"));

        using var response = await Client.PatchAsync(path, content);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
    }

    [Fact]
    public async Task Delete_Conversation_IsGone()
    {
        var path = await BeginAsync();

        using var response = await Client.DeleteAsync(path);
        using var again = await Client.DeleteAsync(path);

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await again.ShouldBeProblemAsync(HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Theory]
    [InlineData("c-1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%F0%9F%98%80")]
    public async Task AnyMethod_IdThatTheServerDidNotMake_IsNotFound(string id)
    {
        foreach (var send in new Func<Task<HttpResponseMessage>>[]
        {
            () => Client.GetAsync($"{Path}/{id}"),
            () => Client.GetAsync($"{Path}/{id}/export"),
            () => Client.PatchAsJsonAsync($"{Path}/{id}", new { title = "Título" }),
            () => Client.DeleteAsync($"{Path}/{id}"),
        })
        {
            using var response = await send();
            await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "conversation_not_found");
        }
    }

    [Fact]
    public async Task Get_AllConversations_IsNotToBeHad()
    {
        using var response = await Client.GetAsync(Path);

        await response.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }

    [Fact]
    public async Task Export_Conversation_IsAMarkdownFile()
    {
        var path = await BeginAsync();

        using var response = await Client.GetAsync($"{path}/export");

        response.Content.Headers.ContentType!.ToString().Should().Be("text/markdown; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileName.Should().MatchRegex(@"^conversacion-azusena-\d{4}-\d{2}-\d{2}\.md$");
        (await response.Content.ReadAsStringAsync())
            .Should().Contain("## ¿y cuánto dura?\n\nHasta tres años [1].\n\n*Fuentes: [1] Contrato de aprendizaje; [2] De antes*\n");
    }

    private async Task<string> BeginAsync()
    {
        using var response = await Client.PostAsync(Path, content: null);
        var id = (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("conversation_id");
        (await _api.Get<ConversationStore>().AppendAsync(id, owner: null, Turn, CancellationToken.None)).Should().BeTrue();
        return response.Headers.Location!.OriginalString;
    }
}
