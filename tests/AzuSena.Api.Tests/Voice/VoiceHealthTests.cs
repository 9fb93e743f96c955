using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using AzuSena.Testing.Voice;

namespace AzuSena.Api.Tests.Voice;

public sealed class VoiceHealthTests
{
    [Fact]
    public async Task Ready_ModelLoaded_SaysThatQuestionsCanBeSpoken()
    {
        await using var api = await VoiceApi.StartAsync();
        using var spoken = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library));

        (await VoiceOfAsync(api.Api)).GetRawText().Should().Be("""{"state":"ready","model":"doble"}""");
    }

    [Fact]
    public async Task Ready_SwitchedOff_SaysSoAndVoiceIsUnavailable()
    {
        await using var api = await TestApi.StartAsync();

        (await VoiceOfAsync(api)).Text("state").Should().Be("off");
        using var response = await api.Client.PostAsync(VoiceApi.QueryPath, VoiceApi.Form(await Clips.ToneAsync(SpeechDouble.Library)));
        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "voice_unavailable");
    }

    [Fact]
    public async Task Ready_NoModel_SaysWhatToDoAndTextIsAnswered()
    {
        using var models = new TemporaryFolder();
        await using var api = await TestApi.StartAsync("--Voice:Enabled=true", $"--Models:Directory={models.Path}");
        using var response = await api.Client.PostAsync(VoiceApi.QueryPath, VoiceApi.Form(await Clips.ToneAsync(SpeechDouble.Library)));
        var voice = await VoiceOfAsync(api);

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "voice_unavailable");
        response.Headers.RetryAfter.Should().NotBeNull();
        voice.Text("state").Should().Be("unavailable");
        voice.Text("problem").Should().Contain("./azusena models pull whisper-small");
        (await api.Client.AskAsync(SpeechDouble.LibraryQuestion)).GetProperty("abstained").GetBoolean().Should().BeFalse();
    }

    private static async Task<JsonElement> VoiceOfAsync(TestApi api) =>
        (await api.Client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("voice");
}
