using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.OpenAi;

/// <summary>OpenAI's own client (npm <c>openai</c>) against a running service.</summary>
internal static class OpenAiClient
{
    private static readonly JsonSerializerOptions Json = new();

    /// <summary>Makes a call of <c>openai-answers.mjs</c> and gives what the client gave, one element for each line.</summary>
    public static Task<List<JsonElement>> CallAsync(TestApi api, string call, object? body = null, string? model = null, int? characters = null) =>
        NodeScript.RunAsync("openai-answers.mjs", api.Address, call, JsonSerializer.Serialize(new { body, model, characters }, Json));

    /// <summary>The messages of a single question.</summary>
    public static object[] Asking(string question) => [new { role = "user", content = question }];
}
