using System.Collections.Concurrent;
using AzuSena.SocketIo.EngineIo;
using Microsoft.Extensions.Hosting;

namespace AzuSena.SocketIo;

/// <summary>Closes the sessions of all endpoints when the service stops, and waits until the work for them has ended.</summary>
/// <param name="lifetime">Says when the service stops.</param>
public sealed class SocketIoServers(IHostApplicationLifetime lifetime) : IHostedService
{
    private readonly ConcurrentBag<EngineIoSessions> _endpoints = [];

    /// <summary>How many sessions are open or being closed, at all endpoints.</summary>
    public int SessionCount => _endpoints.Sum(sessions => sessions.Count);

    internal void Add(EngineIoSessions sessions) => _endpoints.Add(sessions);

    /// <summary>
    /// Closes all sessions and opens no more; ends when clients that poll have what was sent to them, which they can only fetch while the server still listens.
    /// Meant for what comes before the stop of the host, which itself closes what is left.
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
