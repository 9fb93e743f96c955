using System.Net;
using System.Net.Sockets;
using System.Text;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using AzuSena.Testing.Voice;
using AzuSena.Whisper.Audio;

namespace AzuSena.Api.Tests.Voice;

public sealed class HostileUploadTests(SharedVoice shared) : IClassFixture<SharedVoice>
{
    public static TheoryData<string, HttpStatusCode, string> Refused => new()
    {
        { "empty", HttpStatusCode.BadRequest, "audio_invalid" },
        { "text renamed", HttpStatusCode.UnsupportedMediaType, "audio_unsupported" },
        { "no samples", HttpStatusCode.BadRequest, "audio_invalid" },
        { "header alone", HttpStatusCode.BadRequest, "audio_invalid" },
        { "not a number", HttpStatusCode.BadRequest, "audio_invalid" },
        { "eight hours of it", HttpStatusCode.RequestEntityTooLarge, "audio_too_long" },
        { "hls", HttpStatusCode.UnsupportedMediaType, "audio_unsupported" },
        { "concat", HttpStatusCode.UnsupportedMediaType, "audio_unsupported" },
        { "subtitles", HttpStatusCode.UnsupportedMediaType, "audio_unsupported" },
        { "html", HttpStatusCode.UnsupportedMediaType, "audio_unsupported" },
        { "zip", HttpStatusCode.UnsupportedMediaType, "audio_unsupported" },
        { "one byte", HttpStatusCode.UnsupportedMediaType, "audio_unsupported" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Voice_WhatIsNoRecording_IsRefusedAndLeavesNothing(string kind, HttpStatusCode status, string code)
    {
        var api = shared.Api;
        var calls = api.Speech.Calls;
        using var response = await api.PostAsync(await MakeAsync(kind));

        await response.ShouldBeProblemAsync(status, code);
        api.Left.Should().BeEmpty();
        api.Speech.Calls.Should().Be(calls);
    }

    [VoiceToolTheory("ffmpeg")]
    [InlineData("OggS")]
    [InlineData("fLaC")]
    [InlineData("ID3\u0004")]
    [InlineData("\u0000\u0000\u0000\u0018ftypisom")]
    public async Task Voice_PlaylistBehindTheFirstBytesOfAnotherFormat_OpensNothing(string start)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var playlist = $"\n#EXTM3U\n#EXTINF:1,\nhttp://{listener.LocalEndpoint}/x.ts\nfile:///etc/passwd\nffconcat version 1.0\nfile " +
            "'/etc/passwd'\n#EXT-X-ENDLIST\n";
        var api = shared.Api;
        using var response = await api.PostAsync(Encoding.Latin1.GetBytes(start + playlist + new string('\n', 4_000)));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "audio_invalid");
        listener.Pending().Should().BeFalse("nothing may be fetched");
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_PolyglotThatIsAWavAndAWebPage_IsHeardAsTheWavItIs()
    {
        var api = shared.Api;
        byte[] polyglot = [.. await Clips.ToneAsync(SpeechDouble.Library), .. "<script>alert(1)</script>#EXTM3U\nhttp://127.0.0.1:1/\n"u8];
        using var response = await api.PostAsync(polyglot);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_HeaderThatStatesEightHours_IsHeardForWhatItHolds()
    {
        var api = shared.Api;
        var wav = await Clips.ToneAsync(SpeechDouble.Library);
        BitConverter.GetBytes(8 * 3600 * 32_000).CopyTo(wav, 40);
        using var response = await api.PostAsync(wav);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Voice_TooManyBytes_IsTooLong()
    {
        await using var api = await VoiceApi.StartAsync(speech: null, "--Voice:MaxBytes=100000");
        using var response = await api.PostAsync(await Clips.NoiseAsync(seconds: 4));

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "audio_too_long");
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_TwentyFiveMegabytesOfNoise_AreTooLongAndTextIsAnsweredMeanwhile()
    {
        await using var api = await VoiceApi.StartAsync();
        var noise = new byte[25_000_000];
        new Random(1).NextBytes(noise);
        (await Clips.ToneAsync(SpeechDouble.Library, seconds: 0.01)).AsSpan(0, 44).CopyTo(noise);
        BitConverter.GetBytes(noise.Length - 44).CopyTo(noise, 40);
        var uploading = api.PostAsync(noise);
        var written = await api.Client.AskAsync(SpeechDouble.LibraryQuestion);
        using var response = await uploading;

        written.GetProperty("abstained").GetBoolean().Should().BeFalse();
        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "audio_too_long");
        api.Left.Should().BeEmpty();
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data; boundary=another")]
    [InlineData("application/json")]
    [InlineData("audio/wav")]
    [InlineData(null)]
    public async Task Voice_WithoutAForm_IsRefused(string? contentType)
    {
        var api = shared.Api;
        using var response = await api.Client.PostBytesAsync(VoiceApi.QueryPath, "--x\r\n\r\nhola\r\n--x--\r\n"u8.ToArray(), contentType);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "audio_invalid");
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_FormWithoutRecording_SaysWhichFieldIsMissing()
    {
        var api = shared.Api;
        using var response = await api.Client.PostAsync(VoiceApi.QueryPath, VoiceApi.Form(await Clips.ToneAsync(440), "otro"));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().MatchRegex("request_invalid|audio_invalid");
    }

    [Fact]
    public async Task Voice_UploadThatStopsHalfWay_LeavesNothing()
    {
        await using var api = await VoiceApi.StartAsync();
        var wav = await Clips.ToneAsync(SpeechDouble.Library);
        using (var socket = await BeginAsync(api, wav, wav.Length / 2))
        {
            await Eventually.TrueAsync(() => api.Left.Length > 0);
        }

        await Eventually.TrueAsync(() => api.Left.Length == 0);
        api.Speech.Calls.Should().Be(0);
        (await api.Client.AskAsync("hola")).Text("response").Should().NotBeEmpty();
    }

    [Fact]
    public async Task Voice_SlowUpload_IsCutOff()
    {
        await using var api = await VoiceApi.StartAsync(speech: null, "--Voice:UploadSeconds=1");
        var wav = await Clips.ToneAsync(SpeechDouble.Library);
        using var socket = await BeginAsync(api, wav, wav.Length / 2);
        using var reader = new StreamReader(socket.GetStream());

        (await reader.ReadLineAsync().WaitAsync(TestApi.Patience)).Should().StartWith("HTTP/1.1 408 ");
        await Eventually.TrueAsync(() => api.Left.Length == 0);
    }

    [Fact]
    public async Task Voice_FiftyAtOnce_AreAnsweredOrToldToComeBack()
    {
        await using var api = await VoiceApi.StartAsync(
            new SpeechDouble { IsHeld = true }, "--Voice:MaxConcurrent=2", "--Voice:MaxWaiting=4", "--Voice:MaxRecordings=50",
                "--Voice:RecordingsPerAddress=0");
        var wav = await Clips.ToneAsync(SpeechDouble.Library);
        var asking = Enumerable.Range(0, 50).Select(_ => api.PostAsync(wav)).ToList();
        var written = await api.Client.AskAsync(SpeechDouble.LibraryQuestion);
        await Eventually.TrueAsync(() => asking.Count(task => task.IsCompleted) == 44);
        api.Speech.Release();
        var responses = await Task.WhenAll(asking);

        written.GetProperty("abstained").GetBoolean().Should().BeFalse();
        responses.Count(response => response.StatusCode == HttpStatusCode.OK).Should().Be(6);
        api.Speech.Most.Should().BeLessThanOrEqualTo(2);
        foreach (var response in responses.Where(response => response.StatusCode != HttpStatusCode.OK))
        {
            await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "voice_busy");
            response.Headers.RetryAfter!.Delta.Should().BePositive();
            response.Dispose();
        }

        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_OtherWays_StillTakeLittle()
    {
        await using var api = await VoiceApi.StartAsync();
        using var response = await api.Client.PostBytesAsync(Asking.TextPath, new byte[70_000]);

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request_too_large");
    }

    private static async Task<TcpClient> BeginAsync(VoiceApi api, byte[] recording, int sent)
    {
        var form = VoiceApi.Form(recording);
        var body = await form.ReadAsByteArrayAsync();
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, api.Api.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {VoiceApi.QueryPath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n"));
        await socket.GetStream().WriteAsync(body.AsMemory(0, sent));
        return socket;
    }

    private static async Task<byte[]> MakeAsync(string kind) => kind switch
    {
        "empty" => [],
        "text renamed" => Encoding.UTF8.GetBytes("Esto no es una grabación, aunque se llame pregunta.wav"),
        "no samples" => await Clips.WavAsync([]),
        "header alone" => (await Clips.ToneAsync(440))[..30],
        "not a number" => await Clips.WavAsync([0, float.NaN, 0.5f], WavEncoding.IeeeFloat),
        "eight hours of it" => await Clips.WavAsync(new float[121 * AudioClip.SampleRate]),
        "hls" => Encoding.ASCII.GetBytes("#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"),
        "concat" => Encoding.ASCII.GetBytes("ffconcat version 1.0\nfile '/etc/passwd'\n"),
        "subtitles" => Encoding.ASCII.GetBytes("1\n00:00:00,000 --> 00:00:09,000\nhola\n"),
        "html" => Encoding.ASCII.GetBytes("<html><body>hola</body></html>"),
        "zip" => [0x50, 0x4B, 3, 4, .. new byte[200]],
        _ => [0xFF],
    };
}
