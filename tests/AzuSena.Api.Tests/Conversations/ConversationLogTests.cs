using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using AzuSena.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AzuSena.Api.Tests.Conversations;

/// <summary>Who knows an id may read the conversation, so the log must not tell one, not even when a request fails.</summary>
public sealed class ConversationLogTests
{
    private const string Path = "/azusena_api/conversations";

    [Fact]
    public async Task AnyRequest_WellOrBadly_LeavesNoIdInTheLogThatIsWritten()
    {
        var lines = new ConcurrentQueue<string>();
        using var logging = LoggerFactory.Create(builder => builder
            .AddProvider(new Lines(lines))
            .SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        await using var api = await TestApi.StartAsync(services => services.AddSingleton(logging));
        using var created = await api.Client.PostAsync(Path, content: null);
        var path = created.Headers.Location!.OriginalString;
        var id = path.Split('/')[^1];

        (await api.Client.GetAsync(path)).Dispose();
        (await api.Client.PatchAsJsonAsync(path, new { title = "Título" })).Dispose();

        // A fault of ours: a disposed store.
        api.Get<ConversationStore>().Dispose();
        using var failed = await api.Client.DeleteAsync(path);

        failed.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        lines.Should().Contain(line => line.Contains($"{Path}/{{id}}"), "the failed request is told by its route");
        lines.Should().NotContain(line => line.Contains(id));
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
