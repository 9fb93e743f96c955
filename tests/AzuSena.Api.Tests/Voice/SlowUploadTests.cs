using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using AzuSena.Testing.Voice;

namespace AzuSena.Api.Tests.Voice;

public sealed class SlowUploadTests
{
    private static readonly IPAddress Somebody = IPAddress.Parse("127.0.0.2");
    private static readonly IPAddress SomebodyElse = IPAddress.Parse("127.0.0.3");

    [Fact]
    public async Task Voice_NineSlowUploadsOfOneAddress_BlockNobodyElse()
    {
        // However long the nine take to begin on a busy machine, none of them has stalled.
        await using var api = await VoiceApi.StartAsync(speech: null, "--Voice:StallSeconds=600", "--Voice:UploadSeconds=600");
        var wav = await Clips.ToneAsync(SpeechDouble.Library);
        var slow = new List<TcpClient>();
        for (var count = 1; count <= 8; count++)
        {
            slow.Add(await BeginAsync(api, Somebody, wav, wav.Length / 2));
            await Eventually.TrueAsync(() => api.Left.Count(File.Exists) > count);
        }

        slow.Add(await BeginAsync(api, Somebody, wav, wav.Length / 2));
        using var other = await BeginAsync(api, SomebodyElse, wav, sent: null);

        (await StatusAsync(other)).Should().StartWith("HTTP/1.1 200 ");
        (await StatusAsync(slow[^1])).Should().StartWith("HTTP/1.1 429 ");
        using var refused = await api.PostAsync(wav, VoiceApi.TranscriptionPath);
        refused.StatusCode.Should().Be(HttpStatusCode.OK, "this address has places of its own");
        slow.ForEach(socket => socket.Dispose());
        await Eventually.TrueAsync(() => api.Left.Length == 0);
    }

    [Fact]
    public async Task Voice_AsManyOfOneAddressAsMayBe_IsRefusedWithACode()
    {
        await using var api = await VoiceApi.StartAsync(
            speech: null, "--Voice:RecordingsPerAddress=1", "--Voice:StallSeconds=600", "--Voice:UploadSeconds=600");
        var wav = await Clips.ToneAsync(SpeechDouble.Library);
        using var slow = await BeginAsync(api, IPAddress.Loopback, wav, wav.Length / 2);
        await Eventually.TrueAsync(() => api.Left.Length > 0);
        using var response = await api.PostAsync(wav);

        await response.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_voice_requests");
        response.Headers.RetryAfter!.Delta.Should().BePositive();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Voice_WhileItArrives_IsPrivate()
    {
        await using var api = await VoiceApi.StartAsync();
        var wav = await Clips.ToneAsync(SpeechDouble.Library);
        using var slow = await BeginAsync(api, IPAddress.Loopback, wav, wav.Length / 2);
        await Eventually.TrueAsync(() => api.Left.Length >= 3);

        File.GetUnixFileMode(api.Left.Single(Directory.Exists)).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        api.Left.Where(File.Exists).Select(File.GetUnixFileMode).Should().OnlyContain(mode => mode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Voice_SenderStalls_IsUploadTimeout()
    {
        await using var api = await VoiceApi.StartAsync(speech: null, "--Voice:StallSeconds=1");
        var wav = await Clips.ToneAsync(SpeechDouble.Library);
        using var slow = await BeginAsync(api, IPAddress.Loopback, wav, sent: 20);

        (await StatusAsync(slow)).Should().StartWith("HTTP/1.1 408 ");
    }

    // Binds to an address of the caller's choice, for the service tells callers apart by it.
    internal static async Task<TcpClient> BeginAsync(VoiceApi api, IPAddress from, byte[] recording, int? sent)
    {
        var form = VoiceApi.Form(recording);
        var body = await form.ReadAsByteArrayAsync();
        var socket = new TcpClient(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Loopback, api.Api.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {VoiceApi.QueryPath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n"));
        await socket.GetStream().WriteAsync(body.AsMemory(0, sent ?? body.Length));
        return socket;
    }

    internal static async Task<string?> StatusAsync(TcpClient socket)
    {
        using var reader = new StreamReader(socket.GetStream());
        return await reader.ReadLineAsync().WaitAsync(TestApi.Patience);
    }
}
