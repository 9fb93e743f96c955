using System.Net;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Errors;
using AzuSena.Testing.Voice;
using FsCheck.Xunit;

namespace AzuSena.Api.Tests.Voice;

public sealed class HostileUploadFuzzTests : IAsyncLifetime
{
    private VoiceApi _api = null!;

    public async Task InitializeAsync() => _api = await VoiceApi.StartAsync(speech: null, "--Voice:MaxBytes=100000");

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Property(MaxTest = 200)]
    public async Task Voice_AnyForm_IsNeverAFaultOfOursAndLeavesNothing(int seed)
    {
        using var request = await HostileUpload.MakeAsync(seed, (seed & 1) == 0 ? VoiceApi.QueryPath : VoiceApi.TranscriptionPath);
        using var response = await _api.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();

        ((int)response.StatusCode).Should().BeLessThan(500, body);
        body.ShouldHoldNothingOfOurs();
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var code = JsonSerializer.Deserialize<JsonElement>(body).Text("code");
            ErrorCodeNames.Parse(code).WireName().Should().Be(code).And.NotBe("internal");
        }

        _api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_AfterHostileForms_TextAndVoiceAreAnsweredAsBefore()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            using var request = await HostileUpload.MakeAsync(seed, VoiceApi.OpenAiPath);
            using var response = await _api.Client.SendAsync(request);
            ((int)response.StatusCode).Should().BeLessThan(500);
        }

        (await _api.Client.AskAsync(SpeechDouble.LibraryQuestion)).GetProperty("abstained").GetBoolean().Should().BeFalse();
        using var spoken = await _api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library));
        spoken.StatusCode.Should().Be(HttpStatusCode.OK);
        _api.Left.Should().BeEmpty();
    }
}
