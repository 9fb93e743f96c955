using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;

namespace AzuSena.Api.Tests.Generation;

/// <summary>A thousand conversations at once, each with a secret, over HTTP, the walk, the prompts and the wire to the model server.</summary>
public sealed partial class SecretsTests
{
    private const int Count = 1000;

    [Fact]
    public async Task Ask_AThousandConversationsAtOnce_NoSecretIsSeenInAnother()
    {
        // The double says back what it was told, history included.
        await using var server = await OllamaDouble.RunAsync(
            request => ModelScript.Of($"La biblioteca abre de lunes a viernes [1]. Leí {string.Join(" y ", SecretsIn(request.Body.ToJsonString()))}."));
        await using var api = await ModelApi.StartAsync(server, "--Llm:MaxConcurrent=64", $"--Llm:MaxWaiting={10 * Count}");
        using var client = new HttpClient { BaseAddress = api.Address, Timeout = Timeout.InfiniteTimeSpan };

        await Task.WhenAll(Enumerable.Range(0, Count).Select(number => ConverseAsync(client, $"secreto-{number:D4}")));

        var requests = server.Requests.Select(request => SecretsIn(request.Body.ToJsonString())).ToList();
        requests.Count.Should().BeGreaterThanOrEqualTo(3 * Count, "each conversation asked twice, and its second question was rewritten");
        requests.Should().OnlyContain(secrets => secrets.Length == 1);
    }

    private static async Task ConverseAsync(HttpClient client, string secret)
    {
        var conversation = await client.BeginConversationAsync();
        foreach (var question in new[] { $"¿Cuándo abre la biblioteca? Mi clave es {secret}.", "¿y los sábados?" })
        {
            using var response = await client.PostAsJsonAsync(Asking.TextPath, new { query = question, conversation_id = conversation });
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            SecretsIn(answer.GetRawText()).Should().Equal(secret);
            answer.Text("mode").Should().Be(ModelApi.Mode);
        }
    }

    private static string[] SecretsIn(string text) => [.. Secret().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"secreto-\d{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Secret();
}
