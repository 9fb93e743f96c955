namespace AzuSena.SocketIo.EngineIo;

/// <summary>Pings a client at intervals, and reports when it did not answer in time.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _interval;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly Action _ping;
    private readonly Action _lost;
    private readonly long _start;
    private readonly ITimer _timer;

    private TimeSpan _pingDue;
    private TimeSpan? _deadline;
    private bool _disposed;

    public Heartbeat(EngineIoOptions options, TimeProvider time, Action ping, Action lost)
    {
        (_interval, _timeout, _time, _ping, _lost) = (options.PingInterval, options.PingTimeout, time, ping, lost);
        _start = time.GetTimestamp();
        _pingDue = _interval;
        _timer = time.CreateTimer(static heart => ((Heartbeat)heart!).Beat(), this, _interval, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the timeout has passed, even if the timer is late.</summary>
    public bool IsOverdue
    {
        get
        {
            lock (_lock)
            {
                return Now >= (_deadline ?? _pingDue + _timeout);
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Records the client's answer.</summary>
    public void Pong()
    {
        lock (_lock)
        {
            if (_deadline is not null)
            {
                _deadline = null;
                _pingDue = Now + _interval;
                Wait(_interval);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _timer.Dispose();
        }
    }

    private void Beat()
    {
        Action? act = null;
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            var now = Now;
            if (_deadline is { } deadline)
            {
                act = now >= deadline ? _lost : null;
            }
            else if (now >= _pingDue)
            {
                // From the planned time rather than the clock, so that clients can rely on it; but a very late ping leaves time to answer.
                _deadline = Max(_pingDue + _timeout, now + (_timeout / 2));
                act = _ping;
            }

            if (act != _lost)
            {
                Wait((_deadline ?? _pingDue) - now);
            }
        }

        act?.Invoke();
    }

    // Timers count whole milliseconds: rounded down, they would fire just too early.
    private void Wait(TimeSpan time) =>
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(time.TotalMilliseconds))), Timeout.InfiniteTimeSpan);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
