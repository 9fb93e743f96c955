using System.Net.WebSockets;
using System.Text;
using AzuSena.SocketIo.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AzuSena.SocketIo.Tests;

/// <summary>Whatever comes, the server answers with no 5xx, logs no error and is rid of the client in the end.</summary>
public sealed class FuzzTests
{
    // The same each time, so that a failure can be looked at.
    private static readonly Rnd Seed = new(20_260_301);

    // Pieces of the protocol put together at random come further than bytes at random; both are tried.
    private static readonly Gen<string> Packets = Gen.Elements(
        "0", "1", "2", "2probe", "3", "4", "5", "6", "40", "41", "40/custom,", "41/custom,", "42[\"message\",1]", "42[\"message-with-ack\"]",
            "421[\"message-with-ack\",2]",
        "43", "430[]", "44{}", "451-[\"message\",{\"_placeholder\":true,\"num\":0}]", "452-[\"message\"]", "461-0[]", "450-[\"message\"]", "bAQID", "b",
            "\u001e", "{", "]", "\"", "ñ", "\\ud800", "9999999999999999999");

    private static readonly Gen<byte[]> Frames = Gen.OneOf(
        Packets.ListOf().Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces))),
        Packets.Select(Encoding.UTF8.GetBytes),
        ArbMap.Default.GeneratorFor<byte[]>());

    [Fact]
    public async Task WebSocket_AnyFrames_AreTakenOrCloseTheSession()
    {
        await using var host = await Host.StartAsync();
        foreach (var (number, frames) in Frames.ListOf().Sample(12, Seed, 300).Index())
        {
            using var wire = await host.ConnectOpenAsync(number % 3 == 0 ? Host.EngineIo : Host.SocketIo);
            try
            {
                if (number % 2 == 0)
                {
                    await wire.SendAsync("40");
                }

                foreach (var frame in frames)
                {
                    await wire.SendAsync(frame, frame.Length % 2 == 0 ? WebSocketMessageType.Text : WebSocketMessageType.Binary, isEnd: frame.Length % 5 != 0);
                }
            }
            catch (WebSocketException)
            {
                // Closed already.
            }

            wire.Socket.Abort();
        }

        await host.UntilSessionsAsync(0);
        host.Logged.Should().BeEmpty();
    }

    [Fact]
    public async Task Post_AnyBodies_AreTakenOrRefused()
    {
        await using var host = await Host.StartAsync();
        foreach (var (number, bodies) in Frames.ListOf().Sample(8, Seed, 300).Index())
        {
            var endpoint = number % 3 == 0 ? Host.EngineIo : Host.SocketIo;
            var sid = await host.OpenAsync(endpoint);
            foreach (var body in bodies.Where(body => !body.AsSpan().StartsWith("1"u8) && body.AsSpan().IndexOf("\u001e1"u8) < 0))
            {
                using var posted = await host.PostAsync(sid, body, endpoint);
                ((int)posted.StatusCode).Should().BeOneOf(200, 400);
            }
        }

        host.Time.Advance(TimeSpan.FromMilliseconds(300));
        host.Time.Advance(TimeSpan.FromMilliseconds(200));
        await host.UntilSessionsAsync(0);
        host.Logged.Should().BeEmpty();
    }

    [Fact]
    public async Task Request_AnyQuery_IsNeverAServerError()
    {
        await using var host = await Host.StartAsync();
        foreach (var text in ArbMap.Default.GeneratorFor<NonNull<string>>().Sample(20, Seed, 200).Select(text => Uri.EscapeDataString(text.Get)))
        {
            foreach (var query in new[] { $"EIO={text}", $"EIO=4&transport={text}", $"EIO=4&transport=polling&sid={text}",
                $"EIO=4&transport=websocket&sid={text}", text })
            {
                using var response = await host.Client.GetAsync($"/socket.io/?{query}");
                ((int)response.StatusCode).Should().BeLessThan(500);
            }
        }

        host.Logged.Should().BeEmpty();
    }
}
