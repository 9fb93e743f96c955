using System.Net;
using System.Net.Http.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Voice;

/// <summary>With scripts in the place of eSpeak NG.</summary>
public sealed class SpeechStreamTests : IDisposable
{
    private const string Path = "/azusena_api/speech";
    private const string Header = @"cat > /dev/null; printf 'RIFF$\360\377\177WAVEfmt \020\0\0\0\1\0\1\0\042\126\0\0\104\254\0\0\2\0\020\0data\0\360\377\177'";
    private const string Endless = $"{Header}; exec cat /dev/zero";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Speech_NothingIsSaidInTime_IsSpeechTimeout()
    {
        await using var api = await StartAsync("cat > /dev/null; sleep 600", "--Voice:SpeechTimeoutSeconds=1");
        using var response = await PostAsync(api);

        await response.ShouldBeProblemAsync(HttpStatusCode.GatewayTimeout, "speech_timeout");
    }

    [Fact]
    public async Task Speech_WithoutEnd_IsSentAsItIsSaidUpToTheLongest()
    {
        await using var api = await StartAsync(Endless, "--Voice:MaxSpeechSeconds=1");
        using var response = await PostAsync(api);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.Should().BeNull();
        (await response.Content.ReadAsByteArrayAsync()).Should().HaveCount(44 + 44_100);
    }

    [Fact]
    public async Task Speech_EspeakFailsInTheMiddle_BreaksTheConnection()
    {
        await using var api = await StartAsync($"{Header}; head -c 100000 /dev/zero; exit 3");
        using var response = await PostAsync(api);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        await FluentActions.Awaiting(() => response.Content.ReadAsByteArrayAsync()).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task Speech_EspeakFailsAtOnce_IsSpeechUnavailable()
    {
        await using var api = await StartAsync("cat > /dev/null; exit 3");
        using var response = await PostAsync(api);

        await response.ShouldBeProblemAsync(HttpStatusCode.NotImplemented, "speech_unavailable");
    }

    [Fact]
    public async Task Speech_TakesTooLongToSay_IsSpeechTooLong()
    {
        await using var api = await StartAsync(Endless, "--Voice:MaxSpeechSeconds=10");
        using var response = await PostAsync(api, string.Concat(Enumerable.Repeat("La etapa productiva. ", 100)));

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "speech_too_long");
    }

    [Fact]
    public async Task Speech_AsManyOfOneAddressAsMayBe_IsRefusedUntilOneHasBeenTaken()
    {
        await using var api = await StartAsync(Endless, "--Voice:SpeechesPerAddress=1");
        using (var first = await PostAsync(api))
        {
            using var second = await PostAsync(api);
            await second.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_voice_requests");
            second.Headers.RetryAfter!.Delta.Should().BePositive();
        }

        // The first one has left, which the service notices in its own time.
        using var limit = new CancellationTokenSource(TestApi.Patience);
        var status = HttpStatusCode.TooManyRequests;
        while (status != HttpStatusCode.OK)
        {
            limit.Token.ThrowIfCancellationRequested();
            using var third = await PostAsync(api);
            status = third.StatusCode;
        }
    }

    [Fact]
    public async Task Speech_ReaderThatDoesNotRead_IsDropped()
    {
        await using var api = await StartAsync($"echo $$ > {_folder.Combine("id")}; {Endless}", "--Voice:StallSeconds=1");
        using var response = await PostAsync(api);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var id = (await File.ReadAllTextAsync(_folder.Combine("id"))).Trim();

        await Eventually.TrueAsync(() => !File.Exists($"/proc/{id}/cmdline") || File.ReadAllText($"/proc/{id}/cmdline").Length == 0);
    }

    private Task<TestApi> StartAsync(string espeak, params string[] settings) =>
        TestApi.StartAsync([$"--Voice:Espeak={ShellScript.Write(_folder, "espeak.sh", espeak)}", .. settings]);

    private static async Task<HttpResponseMessage> PostAsync(TestApi api, string text = "Hola a todos.")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(new { text }) };
        return await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
