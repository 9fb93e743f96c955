using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Api.Tests.Voice;
using AzuSena.Testing.OpenAi;
using AzuSena.Testing.Voice;

namespace AzuSena.Api.Tests.Docs;

/// <summary>Every example of a request in the description of the API is sent, and served.</summary>
public sealed class RequestExampleTests
{
    [VoiceToolFact("espeak-ng")]
    public async Task Examples_EachOne_IsServed()
    {
        await using var embedder = await OpenAiDouble.RunAsync();
        await using var api = await VoiceApi.StartAsync(
            speech: null, "--Embedding:Provider=openai", $"--Embedding:BaseUrl={embedder.BaseUrl}", "--Embedding:Model=doble");
        var document = await api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var sent = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(it => it.Value.TryGetProperty("requestBody", out _)))
            {
                foreach (var body in operation.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject())
                {
                    foreach (var example in body.Value.GetProperty("examples").EnumerateObject())
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Parse(operation.Name), await PathAsync(api.Client, path.Name))
                        {
                            Content = await ContentAsync(body.Name, example.Value.GetProperty("value")),
                        };
                        using var response = await api.Client.SendAsync(request);
                        var reply = await response.Content.ReadAsStringAsync();
                        response.IsSuccessStatusCode.Should().BeTrue($"{operation.Name} {path.Name} {example.Name}: {reply}");
                        sent++;
                    }
                }
            }
        }

        sent.Should().BeGreaterThan(15);
    }

    // The id of something that there is.
    private static async Task<string> PathAsync(HttpClient client, string path) =>
        path.Contains("/conversations/", StringComparison.Ordinal) ? path.Replace("{id}", await client.BeginConversationAsync())
        : path.Contains("/questions/", StringComparison.Ordinal) ? path.Replace("{id}", (await client.AskAsync(ModelApi.Question)).Text("question_id"))
        : path;

    private static async Task<HttpContent> ContentAsync(string type, JsonElement value)
    {
        if (type != "multipart/form-data")
        {
            return new StringContent(value.GetRawText(), System.Text.Encoding.UTF8, type);
        }

        var form = new MultipartFormDataContent();
        foreach (var field in value.EnumerateObject())
        {
            var text = field.Value.GetString()!;
            if (text.EndsWith(".wav", StringComparison.Ordinal))
            {
                form.Add(new ByteArrayContent(await Clips.ToneAsync(SpeechDouble.Library, seconds: 2)), field.Name, text);
            }
            else
            {
                form.Add(new StringContent(text), field.Name);
            }
        }

        return form;
    }
}
