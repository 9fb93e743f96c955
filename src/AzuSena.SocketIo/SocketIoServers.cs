using System.Collections.Concurrent;
using AzuSena.SocketIo.EngineIo;
using Microsoft.Extensions.Hosting;

namespace AzuSena.SocketIo;

/// <summary>Closes the sessions of all endpoints when the service stops, and waits until their work has ended.</summary>
/// <param name="lifetime">Signals that the service stops.</param>
public sealed class SocketIoServers(IHostApplicationLifetime lifetime) : IHostedService
{
    private readonly ConcurrentBag<EngineIoSessions> _endpoints = [];

    /// <summary>How many sessions are open or closing, at all endpoints.</summary>
    public int SessionCount => _endpoints.Sum(sessions => sessions.Count);

    internal void Add(EngineIoSessions sessions) => _endpoints.Add(sessions);

    /// <summary>
    /// Closes all sessions and opens no more; ends when polling clients have received what was sent to them, which they can only fetch while the server still
    /// listens. Call it before the host stops, which itself closes the remaining sessions.
    /// </summary>
    public Task CloseAllAsync()
    {
        Close();
        return Task.WhenAll(_endpoints.Select(sessions => sessions.LingeredAsync()));
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the server waits for its open requests.
        lifetime.ApplicationStopping.Register(Close);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_endpoints.Select(sessions => sessions.EndedAsync())).WaitAsync(cancellationToken);

    private void Close()
    {
        foreach (var sessions in _endpoints)
        {
            sessions.Stop();
        }
    }
}
