using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>The sessions of one endpoint, limited in number.</summary>
internal sealed class EngineIoSessions(EngineIoOptions options, TimeProvider time, ILogger log)
{
    private const int IdBytes = 16;

    private readonly ConcurrentDictionary<string, EngineIoSession> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<EngineIoSession, bool> _unended = new();
    private int _count;
    private volatile bool _stopping;

    public EngineIoOptions Options => options;

    public TimeProvider Time => time;

    public ILogger Log => log;

    /// <summary>How many are open or closing.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether no more can be opened.</summary>
    public bool IsFull => _stopping || Count >= options.MaxSessions;

    /// <summary>Opens a session and passes it to the application.</summary>
    /// <returns>Null if there are too many.</returns>
    public EngineIoSession? TryOpen(EngineIoHandshake handshake, bool isPolling, Func<EngineIoSession, IEngineIoHandler> begin)
    {
        if (_stopping || Interlocked.Increment(ref _count) > options.MaxSessions)
        {
            Interlocked.Decrement(ref _count);
            return null;
        }

        var session = new EngineIoSession(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)), handshake, this, isPolling);
        _unended[session] = true;
        _known[session.Id] = session;
        try
        {
            session.Begin(begin(session));
        }
        catch
        {
            session.Close(EngineIoCloseReason.ServerClosed);
            throw;
        }

        if (_stopping)
        {
            session.Close(EngineIoCloseReason.ServerStopping);
        }

        SocketIo.Log.SessionOpened(log, session.Id[..4], isPolling ? "polling" : "websocket", Count);
        return session;
    }

    /// <summary>Finds an open session by its id, or a closed one that waits for one last poll.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out EngineIoSession? session) => _known.TryGetValue(id, out session);

    /// <summary>Closes all sessions, and opens no more.</summary>
    public void Stop()
    {
        _stopping = true;
        foreach (var session in _unended.Keys)
        {
            session.Close(EngineIoCloseReason.ServerStopping);
        }
    }

    /// <summary>Ends when no closed session waits for one last poll.</summary>
    public Task LingeredAsync() => Task.WhenAll(_known.Values.Select(session => session.Polling?.Lingering ?? Task.CompletedTask));

    /// <summary>Ends when the application's work for all closed sessions has ended.</summary>
    public Task EndedAsync() => Task.WhenAll(_unended.Keys.Select(session => session.Ending));

    public void Forget(EngineIoSession session) => _known.TryRemove(session.Id, out _);

    public void Ended(EngineIoSession session)
    {
        if (_unended.TryRemove(session, out _))
        {
            Interlocked.Decrement(ref _count);
        }
    }
}
