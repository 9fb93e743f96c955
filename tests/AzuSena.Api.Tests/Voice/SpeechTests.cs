using System.Net;
using System.Net.Http.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.Voice;
using AzuSena.Whisper.Audio;

namespace AzuSena.Api.Tests.Voice;

public sealed class SpeechTests
{
    private const string Path = "/azusena_api/speech";

    [VoiceToolFact("espeak-ng")]
    public async Task Speech_Text_IsReadAloudAsWav()
    {
        await using var api = await TestApi.StartAsync();
        using var response = await api.Client.PostAsJsonAsync(Path, new { text = "El **SENA** ofrece formación gratuita [1]. -v no es una opción." });

        response.Content.Headers.ContentType!.MediaType.Should().Be("audio/wav");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        using var wav = new MemoryStream(bytes);
        BitConverter.ToUInt32(bytes.AsSpan(40, 4)).Should().Be(uint.MaxValue, "nobody knows the length before it has been said");
        var clip = await WavReader.ReadClipAsync(wav, TimeSpan.FromMinutes(1));
        clip.Duration.TotalSeconds.Should().BeInRange(2, 12);
    }

    [Fact]
    public async Task Speech_NothingInstalled_IsSpeechUnavailable()
    {
        await using var api = await TestApi.StartAsync("--Voice:Espeak=azusena-no-such-program");
        using var response = await api.Client.PostAsJsonAsync(Path, new { text = "Hola." });

        await response.ShouldBeProblemAsync(HttpStatusCode.NotImplemented, "speech_unavailable");
    }

    [Theory]
    [InlineData("""{"text": ""}""")]
    [InlineData("""{"text": "[1] **"}""")]
    [InlineData("""{}""")]
    [InlineData("null")]
    [InlineData("""{"text": 7}""")]
    [InlineData("{")]
    public async Task Speech_NothingToRead_IsRefused(string body)
    {
        await using var api = await TestApi.StartAsync();
        using var response = await api.Client.PostBodyAsync(Path, body);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
    }

    [Fact]
    public async Task Speech_TooLong_IsRefused()
    {
        await using var api = await TestApi.StartAsync();
        using var response = await api.Client.PostAsJsonAsync(Path, new { text = new string('a', 6_001) });

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
    }
}
