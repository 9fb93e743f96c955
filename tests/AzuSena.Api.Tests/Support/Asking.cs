using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AzuSena.Api.Tests.Support;

/// <summary>The few ways in which the tests ask over HTTP.</summary>
internal static class Asking
{
    public const string TextPath = "/azusena_api/query/text";
    public const string StreamPath = "/azusena_api/query/stream";
    public const string Greeting = """{"query": "hola"}""";

    /// <summary>Asks and gives the whole answer.</summary>
    public static async Task<JsonElement> AskAsync(this HttpClient client, string question)
    {
        using var response = await client.PostAsJsonAsync(TextPath, new { query = question });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Begins a conversation and gives its id.</summary>
    public static async Task<string> BeginConversationAsync(this HttpClient client)
    {
        using var response = await client.PostAsync("/azusena_api/conversations", content: null);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("conversation_id");
    }

    /// <summary>Posts a body as it is; a null media type sends none.</summary>
    public static Task<HttpResponseMessage> PostBodyAsync(this HttpClient client, string path, string body, string? mediaType = "application/json") =>
        client.PostBytesAsync(path, Encoding.UTF8.GetBytes(body), mediaType);

    public static async Task<HttpResponseMessage> PostBytesAsync(this HttpClient client, string path, byte[] body, string? mediaType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return await client.PostAsync(path, content);
    }

    /// <summary>Opens a stream of events and gives the response as soon as its headers are there.</summary>
    public static Task<HttpResponseMessage> OpenStreamAsync(this HttpClient client, string question, CancellationToken cancellationToken = default) =>
        client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, StreamPath) { Content = JsonContent.Create(new { query = question }) },
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken);

    /// <summary>The events of a stream, as they come.</summary>
    public static async IAsyncEnumerable<SseItem<JsonElement>> ReadEventsAsync(this HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await foreach (var item in SseParser.Create(body, (_, data) => JsonSerializer.Deserialize<JsonElement>(data)).EnumerateAsync())
        {
            yield return item;
        }
    }

    /// <summary>The lines of a stream, as they come.</summary>
    public static async IAsyncEnumerable<string> ReadLinesAsync(this HttpResponseMessage response)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            yield return line;
        }
    }

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    /// <summary>An answer without what differs from one time to the next.</summary>
    public static string Lasting(this JsonElement answer)
    {
        var copy = JsonObject.Create(answer)!;
        copy.Remove("question_id").Should().BeTrue();
        copy.Remove("timings_ms").Should().BeTrue();
        return copy.ToJsonString();
    }
}
