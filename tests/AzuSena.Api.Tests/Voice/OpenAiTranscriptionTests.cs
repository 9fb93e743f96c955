using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.Voice;

namespace AzuSena.Api.Tests.Voice;

public sealed class OpenAiTranscriptionTests
{
    [Fact]
    public async Task OpenAi_FaultWhileHearing_IsAnErrorOfOpenAisForm()
    {
        await using var api = await VoiceApi.StartAsync(new SpeechDouble { Failure = new InvalidOperationException("secreto") });
        using var response = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library), VoiceApi.OpenAiPath);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        error.Text("code").Should().Be("internal");
        error.Text("type").Should().Be("server_error");
    }

    [Fact]
    public async Task OpenAi_EachResponseFormat_IsOpenAis()
    {
        await using var api = await VoiceApi.StartAsync();
        var wav = await Clips.ToneAsync(SpeechDouble.Library, seconds: 2);

        (await AskAsync(api, wav)).Should().Be("""{"text":"¿Cuándo abre la biblioteca?"}""");
        (await AskAsync(api, wav, "text")).Should().Be("¿Cuándo abre la biblioteca?\n");
        (await AskAsync(api, wav, "srt")).Should().Be("1\n00:00:00,000 --> 00:00:01,000\n¿Cuándo abre\n\n2\n00:00:01,000 --> 00:00:02,000\nla biblioteca?\n\n");
        (await AskAsync(api, wav, "vtt"))
            .Should().Be("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n¿Cuándo abre\n\n00:00:01.000 --> 00:00:02.000\nla biblioteca?\n\n");
        var verbose = JsonSerializer.Deserialize<JsonElement>(await AskAsync(api, wav, "verbose_json"));
        verbose.Text("language").Should().Be("spanish");
        verbose.GetProperty("duration").GetDouble().Should().Be(2);
        verbose.GetProperty("segments")[1].Text("text").Should().Be("la biblioteca?");
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task OpenAi_Silence_IsAnEmptyText()
    {
        await using var api = await VoiceApi.StartAsync();

        (await AskAsync(api, await Clips.SilenceAsync())).Should().Be("""{"text":""}""");
    }

    [Fact]
    public async Task OpenAi_NoRecording_IsAnErrorOfOpenAisForm()
    {
        await using var api = await VoiceApi.StartAsync();
        using var response = await api.PostAsync("hola, hola, hola"u8.ToArray(), VoiceApi.OpenAiPath);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");

        response.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        error.Text("code").Should().Be("audio_unsupported");
        error.Text("type").Should().Be("invalid_request_error");
        error.Text("message").Should().NotBeEmpty();
    }

    [Fact]
    public async Task OpenAi_TheirOwnClient_IsServed()
    {
        await using var api = await VoiceApi.StartAsync();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await Clips.ToneAsync(SpeechDouble.Library, seconds: 2));
            var lines = await NodeScript.RunAsync("openai.mjs", api.Api.Address, file);

            lines[0].GetProperty("json").Text("text").Should().Be(SpeechDouble.LibraryQuestion);
            lines[1].Text("text").Trim().Should().Be(SpeechDouble.LibraryQuestion);
            lines[2].GetProperty("verbose").GetProperty("segments").GetArrayLength().Should().Be(2);
            string.Concat(lines[3].GetProperty("deltas").EnumerateArray().Select(delta => delta.GetString())).Should().Be(SpeechDouble.LibraryQuestion);
            lines[3].Text("done").Should().Be(SpeechDouble.LibraryQuestion);
            lines[4].GetProperty("error").GetProperty("status").GetInt32().Should().Be(415);
            lines[4].GetProperty("error").Text("code").Should().Be("audio_unsupported");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> AskAsync(VoiceApi api, byte[] wav, string? format = null)
    {
        (string, string)[] fields = format is null ? [("model", "whisper-1")] : [("model", "whisper-1"), ("response_format", format), ("temperature", "0")];
        using var response = await api.PostAsync(wav, VoiceApi.OpenAiPath, fields);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }
}
