namespace AzuSena.Api.Tests.Support;

/// <summary>
/// Services over two small documents for the tests of a class that only ask, one for each set of settings: most of such a test's time is the start of a
/// service. A test that changes its service, or counts what it does, starts its own.
/// </summary>
public sealed class SharedApis : IAsyncLifetime
{
    private readonly Dictionary<string, TestApi> _started = new(StringComparer.Ordinal);

    /// <summary>The service with these settings, started by the first that asks for it. The tests of a class run one after the other.</summary>
    public async Task<TestApi> OfAsync(params string[] settings)
    {
        var key = string.Join('\n', settings);
        if (!_started.TryGetValue(key, out var api))
        {
            _started[key] = api = await TestApi.StartAsync(settings);
        }

        return api;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var api in _started.Values)
        {
            await api.DisposeAsync();
        }
    }
}
