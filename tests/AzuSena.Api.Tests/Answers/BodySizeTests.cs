using System.Net;
using System.Net.Sockets;
using System.Text;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Answers;

[Collection(CorpusApiGroup.Name)]
public sealed class BodySizeTests(CorpusApi api)
{
    private const int Megabytes = 1024 * 1024;

    [Theory]
    [InlineData(Asking.TextPath)]
    [InlineData(Asking.StreamPath)]
    public async Task Ask_TenMegabytes_IsRequestTooLarge(string path)
    {
        // The client asks first whether it may send, so that no reply is lost in a connection that closes while it still sends.
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TestApi.Patience };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api.Api.Address, path))
        { Content = new ByteArrayContent(new byte[10 * Megabytes]) };
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request_too_large");
    }

    [Theory]
    [InlineData(Asking.TextPath, 1)]
    [InlineData(Asking.TextPath, 8)]
    [InlineData("/v1/chat/completions", 8)]
    public async Task Ask_ClientThatReadsOnceAllIsSent_GetsTheReply(string path, int megabytes)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, api.Api.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {megabytes * Megabytes}\r\n\r\n"));
        var part = new byte[Megabytes / 16];
        for (var sent = 0; sent < megabytes * Megabytes; sent += part.Length)
        {
            await stream.WriteAsync(part).AsTask().WaitAsync(TestApi.Patience);
        }

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync().WaitAsync(TestApi.Patience)).Should().StartWith("HTTP/1.1 413 ");
    }

    [Fact]
    public async Task Ask_EndlessChunks_AreCutOffAtTheLimit()
    {
        const int TooMuch = 70_000;
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, api.Api.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Asking.TextPath} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{TooMuch:x}\r\n{new string(' ', TooMuch)}"));
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync().WaitAsync(TestApi.Patience)).Should().StartWith("HTTP/1.1 413 ");
    }
}
