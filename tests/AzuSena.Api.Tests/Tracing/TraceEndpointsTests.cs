using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Tracing;

/// <summary>Who may read how an answer came about.</summary>
public sealed class TraceEndpointsTests(SharedApis apis) : IClassFixture<SharedApis>
{
    private const string Question = "¿Cuándo abre la biblioteca?";
    private const string Key = "clave-de-prueba-0001";
    private const string OtherKey = "clave-de-prueba-0002";

    [Fact]
    public async Task Get_JustAnswered_ExplainsTheAnswer()
    {
        var api = await apis.OfAsync();
        var answer = await api.Client.AskAsync(Question);

        using var response = await api.Client.GetAsync(PathOf(answer.Text("question_id")));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        var trace = await response.Content.ReadFromJsonAsync<JsonElement>();
        trace.Text("outcome").Should().Be("answered");
        trace.GetProperty("answer").GetProperty("response").Text("text").Should().Be(answer.Text("response"));
        trace.GetProperty("retrieval").GetProperty("candidates")[0].Text("fate").Should().Be("kept");
        trace.GetProperty("evidence").GetProperty("features").GetProperty("match").GetDouble().Should().BePositive();
    }

    [Fact]
    public async Task Get_FromElsewhereWithoutKeys_IsNotFound()
    {
        var api = await apis.OfAsync();
        var id = (await api.Client.AskAsync(Question)).Text("question_id");

        using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(id)) { Headers = { { "X-Forwarded-For", "203.0.113.5" } } };

        await (await api.Client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
    }

    [Fact]
    public async Task Get_WithKeys_OnlyTheOneThatAsked()
    {
        await using var api = await TestApi.StartAsync($"--Api:Keys={Key},{OtherKey}");
        using var asked = await SendAsync(api, HttpMethod.Post, Asking.TextPath, Key);
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).Text("question_id");

        (await SendAsync(api, HttpMethod.Get, PathOf(id), Key)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await SendAsync(api, HttpMethod.Get, PathOf(id), "")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        await (await SendAsync(api, HttpMethod.Get, PathOf(id), OtherKey)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
    }

    [Fact]
    public async Task Get_OffOrUnknown_IsNotFound()
    {
        await using var off = await TestApi.StartAsync("--Trace:Enabled=false");
        var id = (await off.Client.AskAsync(Question)).Text("question_id");
        await (await off.Client.GetAsync(PathOf(id))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");

        await using var on = await TestApi.StartAsync();
        await (await on.Client.GetAsync(PathOf("desconocida"))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
    }

    [Fact]
    public async Task DeleteConversation_Always_TakesItsTracesAlong()
    {
        await using var api = await TestApi.StartAsync();
        var conversation = await api.Client.BeginConversationAsync();
        using var asked = await api.Client.PostAsJsonAsync(Asking.TextPath, new { query = Question, conversation_id = conversation });
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).Text("question_id");
        (await api.Client.GetAsync(PathOf(id))).StatusCode.Should().Be(HttpStatusCode.OK);

        (await api.Client.DeleteAsync($"/azusena_api/conversations/{conversation}")).EnsureSuccessStatusCode();

        await (await api.Client.GetAsync(PathOf(id))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
    }

    private static string PathOf(string id) => $"/azusena_api/questions/{id}/trace";

    private static async Task<HttpResponseMessage> SendAsync(TestApi api, HttpMethod method, string path, string key)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "X-Api-Key", key } } };
        request.Content = method == HttpMethod.Post ? JsonContent.Create(new { query = Question }) : null;
        return await api.Client.SendAsync(request);
    }
}
