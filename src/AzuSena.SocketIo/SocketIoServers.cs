using System.Collections.Concurrent;
using AzuSena.SocketIo.EngineIo;
using Microsoft.Extensions.Hosting;

namespace AzuSena.SocketIo;

/// <summary>Closes the sessions of all endpoints when the service stops, and waits until the work for them has ended.</summary>
internal sealed class SocketIoServers(IHostApplicationLifetime lifetime) : IHostedService
{
    private readonly ConcurrentBag<EngineIoSessions> _endpoints = [];

    /// <summary>How many sessions are open or being closed, at all endpoints.</summary>
    public int SessionCount => _endpoints.Sum(sessions => sessions.Count);

    public void Add(EngineIoSessions sessions) => _endpoints.Add(sessions);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the server waits for its open requests.
        lifetime.ApplicationStopping.Register(() =>
        {
            foreach (var sessions in _endpoints)
            {
                sessions.Stop();
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_endpoints.Select(sessions => sessions.EndedAsync())).WaitAsync(cancellationToken);
}
