using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Chat;

/// <summary>A message over the limit, sent by the clients that web pages use: they hear why before they are cut off.</summary>
public sealed class TooLargeTests(TooLargeTests.Service service) : IClassFixture<TooLargeTests.Service>
{
    [Theory]
    [InlineData("websocket", 100_000)]
    [InlineData("websocket", 5_000_000)]
    [InlineData("polling", 100_000)]
    [InlineData("polling", 5_000_000)]
    [InlineData("signalr", 100_000)]
    [InlineData("signalr", 5_000_000)]
    public async Task Send_MessageOverTheLimit_GetsItsErrorBeforeTheClose(string client, int bytes)
    {
        var lines = await NodeScript.RunAsync("too-large.mjs", service.Api.Address, client, $"{bytes}");

        lines.Select(line => line.Text("event")).Should().Equal("error", "closed");
        lines[0].GetProperty("body").Text("code").Should().Be("request_too_large");
    }

    public sealed class Service : IAsyncLifetime
    {
        public TestApi Api { get; private set; } = null!;

        public async Task InitializeAsync() => Api = await TestApi.StartAsync();

        public async Task DisposeAsync() => await Api.DisposeAsync();
    }
}
