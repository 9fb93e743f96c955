using System.Buffers;
using AzuSena.SocketIo.Packets;
using Microsoft.AspNetCore.Http;

namespace AzuSena.SocketIo.EngineIo.Transports;

/// <summary>
/// Sends packets to the client over plain requests: one GET is held until there is something to deliver (<see cref="PollingPosts"/> receives the client's
/// packets). One at a time; a second one closes the session, because their order would be unknown.
/// </summary>
internal sealed class PollingTransport(EngineIoSession session, EngineIoOptions options, TimeProvider time)
{
    // How long a request may be overtaken by a later one of the same client, on another connection.
    private static readonly TimeSpan Overtaking = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private CancellationTokenSource? _poll;
    private Task _written = Task.CompletedTask;
    private TaskCompletionSource? _lingering;
    private TaskCompletionSource? _delivery;
    private TaskCompletionSource? _delivered;
    private ITimer? _timer;
    private UpgradeStage _upgrade;
    private bool _pollCameLate;

    /// <summary>Whether the session is still on this transport.</summary>
    public bool IsCurrent
    {
        get
        {
            lock (_lock)
            {
                return _upgrade != UpgradeStage.Done;
            }
        }
    }

    /// <summary>Ends once a closed session no longer waits for a poll; null if it never did.</summary>
    public Task? Lingering => _lingering?.Task;

    /// <summary>Receives the client's packets.</summary>
    public PollingPosts Posts { get; } = new(session, options);

    /// <summary>Writes an uncacheable response.</summary>
    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = "text/plain; charset=UTF-8";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Holds the request until there is something to deliver.</summary>
    public async Task PollAsync(HttpContext context)
    {
        using var poll = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (!TryEnter(poll))
        {
            session.Close(EngineIoCloseReason.ProtocolError);
            await Refusal.BadRequest.WriteAsync(context);
            return;
        }

        TaskCompletionSource? written = null;
        var body = new ArrayBufferWriter<byte>();
        try
        {
            // A response that the client has not read yet goes first.
            await _written.WaitAsync(poll.Token);
            await session.Outgoing.WaitAsync(poll.Token);
            _delivered = _delivery;
            Fill(body);
        }
        catch (OperationCanceledException)
        {
            // Either the client disconnected, or it has moved to a WebSocket and this request came after.
        }
        finally
        {
            written = Leave(body.WrittenCount > 0);
        }

        try
        {
            await (body.WrittenCount > 0 ? WriteAsync(context, body.WrittenMemory) : Refusal.BadRequest.WriteAsync(context));
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client disconnected.
        }
        finally
        {
            written?.SetResult();
        }

        if (context.RequestAborted.IsCancellationRequested)
        {
            // The packets taken from the queue for this response are lost, and the session with them.
            session.Close(EngineIoCloseReason.TransportClosed);
        }
    }

    /// <summary>Ends once the client polls again after a poll that took packets from now on, so that it has handled them.</summary>
    public Task NextDelivery()
    {
        lock (_lock)
        {
            return (_delivery = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>A WebSocket wants to take over; only one may.</summary>
    public bool TryBeginUpgrade()
    {
        lock (_lock)
        {
            if (_upgrade != UpgradeStage.None || session.IsOver)
            {
                return false;
            }

            _upgrade = UpgradeStage.Opened;
            _pollCameLate = false;
            return true;
        }
    }

    /// <summary>The WebSocket works: the open poll is completed, so that the client can stop polling.</summary>
    public void Probed()
    {
        lock (_lock)
        {
            _upgrade = UpgradeStage.Probed;
            ReleasePoll();
        }
    }

    /// <summary>The client has moved to the WebSocket.</summary>
    /// <returns>False if the session ended before.</returns>
    public bool TryCompleteUpgrade()
    {
        lock (_lock)
        {
            if (session.IsOver)
            {
                return false;
            }

            _upgrade = UpgradeStage.Done;
            _timer?.Dispose();

            // A poll that is open now arrived after the client's upgrade packet. None of it runs within the lock.
            _ = _poll?.CancelAsync();
            return true;
        }
    }

    /// <summary>The upgrade failed; polling continues.</summary>
    public void AbandonUpgrade()
    {
        lock (_lock)
        {
            _upgrade = UpgradeStage.None;
        }
    }

    /// <summary>Ends the session and, if it is still on this transport, keeps it for the poll that reports the end to the client.</summary>
    /// <returns>False if it had ended before.</returns>
    public bool TryClose(EngineIoCloseReason reason, out bool lingers)
    {
        lingers = false;
        lock (_lock)
        {
            // Within the lock: a poll sees either an open session or one that waits for it.
            if (!session.TryEnd(reason))
            {
                return false;
            }

            if (_upgrade == UpgradeStage.Done)
            {
                return true;
            }

            session.Outgoing.Force(reason == EngineIoCloseReason.ClientClosed ? EngineIoPacket.Noop : EngineIoPacket.Close);
            if (_poll is null && LastPollWithin(reason) is { } limit)
            {
                lingers = true;
                _lingering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _timer?.Dispose();
                _timer = time.CreateTimer(static transport => ((PollingTransport)transport!).EndLingering(), this, limit, Timeout.InfiniteTimeSpan);
            }

            return true;
        }
    }

    // The client's last poll may be under way.
    private TimeSpan? LastPollWithin(EngineIoCloseReason reason) => reason switch
    {
        EngineIoCloseReason.ClientClosed => Overtaking,
        EngineIoCloseReason.ServerClosed => options.PingTimeout,
        EngineIoCloseReason.ServerStopping => options.CloseTimeout,
        _ => null,
    };

    private bool TryEnter(CancellationTokenSource poll)
    {
        lock (_lock)
        {
            if (_poll is not null || (session.IsOver && _lingering is not { Task.IsCompleted: false }))
            {
                return false;
            }

            _delivered?.TrySetResult();
            _poll = poll;
            _pollCameLate = _upgrade != UpgradeStage.None;
            if (_upgrade == UpgradeStage.Done)
            {
                poll.Cancel();
            }
            else if (_upgrade == UpgradeStage.Probed)
            {
                ReleasePoll();
            }

            return true;
        }
    }

    // Before the response is written: once the client has it, it may poll again.
    private TaskCompletionSource? Leave(bool writes)
    {
        var written = writes ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
        lock (_lock)
        {
            _poll = null;
            _written = written?.Task ?? Task.CompletedTask;
        }

        EndLingering();
        return written;
    }

    private void Fill(ArrayBufferWriter<byte> body)
    {
        // Writers may add as fast as this takes.
        for (var isFirst = true; body.WrittenCount < options.MaxBufferedBytes && session.Outgoing.TryTake(out var packet); isFirst = false)
        {
            EngineIoPayload.Write(body, packet, isFirst);
        }
    }

    // The client's upgrade packet may be under way: a poll that arrived after the WebSocket waits for it.
    private void ReleasePoll()
    {
        if (_poll is null)
        {
            return;
        }

        if (!_pollCameLate)
        {
            session.Outgoing.Force(EngineIoPacket.Noop);
            return;
        }

        _timer?.Dispose();
        _timer = time.CreateTimer(static transport => ((PollingTransport)transport!).EndOvertaking(), this, Overtaking, Timeout.InfiniteTimeSpan);
    }

    private void EndOvertaking()
    {
        lock (_lock)
        {
            if (_upgrade == UpgradeStage.Probed && _poll is not null)
            {
                session.Outgoing.Force(EngineIoPacket.Noop);
            }
        }
    }

    private void EndLingering()
    {
        lock (_lock)
        {
            if (_lingering is null)
            {
                return;
            }

            _timer?.Dispose();
            _lingering.TrySetResult();
        }

        session.Forget();
    }
}
