using System.Text.Json;
using AzuSena.SocketIo.Namespaces;
using AzuSena.SocketIo.Tests.Support;

namespace AzuSena.SocketIo.Tests.Namespaces;

public sealed class ConnectTests
{
    [Theory]
    [InlineData("40", "40", "42[\"auth\",{}]")]
    [InlineData("40{\"token\":\"123\"}", "40", "42[\"auth\",{\"token\":\"123\"}]")]
    [InlineData("40/custom,", "40/custom,", "42/custom,[\"auth\",{}]")]
    [InlineData("40/custom", "40/custom,", "42/custom,[\"auth\",{}]")]
    [InlineData("40/custom,{\"token\":\"abc\"}", "40/custom,", "42/custom,[\"auth\",{\"token\":\"abc\"}]")]
    public async Task Connect_KnownNamespace_GetsAnIdAndThenItsEvents(string packet, string prefix, string auth)
    {
        await using var host = await Host.StartAsync();
        using var wire = await host.ConnectOpenAsync(Host.SocketIo);
        await wire.SendAsync(packet);
        var reply = (await wire.NextAsync())!;
        reply.Should().StartWith(prefix);
        var handshake = JsonDocument.Parse(reply[prefix.Length..]).RootElement;

        handshake.EnumerateObject().Select(field => field.Name).Should().Equal("sid");
        handshake.GetProperty("sid").GetString().Should().HaveLength(20);
        (await wire.NextAsync()).Should().Be(auth);
    }

    [Fact]
    public async Task Connect_UnknownNamespace_IsRefusedAndTheSessionStays()
    {
        await using var host = await Host.StartAsync();
        using var wire = await host.ConnectOpenAsync(Host.SocketIo);
        await wire.SendAsync("40/random");

        (await wire.NextAsync()).Should().Be("44/random,{\"message\":\"Invalid namespace\"}");
        await wire.SendAsync("40");
        (await wire.NextAsync()).Should().StartWith("40{");
    }

    [Theory]
    [InlineData("4abc")]
    [InlineData("40[]")]
    [InlineData("42[\"message\"]")]
    [InlineData("41")]
    [InlineData("430[]")]
    [InlineData("42/custom,[\"message\"]")]
    public async Task Packet_BeforeConnect_ClosesTheSession(string packet)
    {
        await using var host = await Host.StartAsync();
        using var wire = await host.ConnectOpenAsync(Host.SocketIo);
        await wire.SendAsync(packet);

        await wire.ShouldCloseAsync();
    }

    [Fact]
    public async Task Connect_Twice_ClosesTheSession()
    {
        await using var host = await Host.StartAsync();
        using var wire = await host.ConnectSocketAsync();
        await wire.SendAsync("40");

        await wire.ShouldCloseAsync();
    }

    [Fact]
    public async Task Connect_Never_ClosesTheSession()
    {
        await using var host = await Host.StartAsync(options => options.PingInterval = TimeSpan.FromHours(1));
        using var wire = await host.ConnectOpenAsync(Host.SocketIo);
        host.Time.Advance(TimeSpan.FromSeconds(44));
        host.Sessions.Should().Be(1);
        host.Time.Advance(TimeSpan.FromSeconds(1));

        await wire.ShouldCloseAsync();
    }

    [Fact]
    public async Task Disconnect_OneNamespace_LeavesTheOther()
    {
        await using var host = await Host.StartAsync();
        using var wire = await host.ConnectSocketAsync();
        (await wire.NextAsync()).Should().StartWith("42[\"auth\"");
        await wire.SendAsync("40/custom");
        (await wire.NextAsync()).Should().StartWith("40/custom,{");
        (await wire.NextAsync()).Should().StartWith("42/custom,[\"auth\"");
        await wire.SendAsync("41/custom");
        await wire.SendAsync("42[\"message\",\"message to main namespace\"]");

        (await wire.NextAsync()).Should().Be("42[\"message-back\",\"message to main namespace\"]");
        await wire.SendAsync("40/custom");
        (await wire.NextAsync()).Should().StartWith("40/custom,{", "it may come back");
    }

    [Fact]
    public async Task Disconnect_TheOnlyNamespace_KeepsTheSessionForAWhile()
    {
        await using var host = await Host.StartAsync(options => options.PingTimeout = TimeSpan.FromHours(1));
        using var wire = await host.ConnectSocketAsync();
        (await wire.NextAsync()).Should().StartWith("42[\"auth\"");
        await wire.SendAsync("41");
        await wire.SendAsync("40/random");
        (await wire.NextAsync()).Should().StartWith("44/random");
        host.Time.Advance(TimeSpan.FromMilliseconds(300));
        (await wire.NextAsync()).Should().Be("2");
        host.Time.Advance(TimeSpan.FromSeconds(45));

        await wire.ShouldCloseAsync();
    }

    [Fact]
    public async Task Connecting_ApplicationRefuses_TellsTheClientWhy()
    {
        await using var host = await Host.StartAsync(map: app => app.MapSocketIo("/guarded/", io => io.Namespace("/").OnConnecting((socket, _) =>
            socket.Auth.ValueKind == JsonValueKind.Object ? ValueTask.CompletedTask : throw new SocketIoRefusedException("Not authorized", new { code = 7 }))));
        using var wire = await host.ConnectOpenAsync("guarded");
        await wire.SendAsync("40");
        (await wire.NextAsync()).Should().Be("44{\"message\":\"Not authorized\",\"data\":{\"code\":7}}");
        await wire.SendAsync("40{}");

        (await wire.NextAsync()).Should().StartWith("40{");
    }

    [Fact]
    public async Task Namespace_WithoutSlashOrWithComma_CannotBeMapped()
    {
        await using var host = await Host.StartAsync();
        foreach (var name in new[] { "admin", "", "/a,b" })
        {
            FluentActions.Invoking(() => new SocketIoBuilder().Namespace(name)).Should().Throw<ArgumentException>();
        }
    }
}
