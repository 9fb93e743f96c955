using System.Net;
using AzuSena.Testing.Voice;

namespace AzuSena.Api.Tests.Voice;

/// <summary>A form cannot say null: a field is empty, or holds the word that browsers write for it.</summary>
public sealed class VoiceFieldTests
{
    private static readonly string[] Fields = ["language", "max_docs", "conversation_id", "prompt_variant", "stream", "response_format"];

    [Fact]
    public async Task Post_NullInEveryField_IsAsIfAbsent()
    {
        await using var api = await VoiceApi.StartAsync();
        foreach (var value in new[] { "", "null" })
        {
            foreach (var path in new[] { VoiceApi.QueryPath, VoiceApi.TranscriptionPath, VoiceApi.OpenAiPath })
            {
                using var response = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library), path, [.. Fields.Select(name => (name, value))]);

                response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
            }
        }
    }
}
