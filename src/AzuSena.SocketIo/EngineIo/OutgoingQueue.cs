using AzuSena.SocketIo.Packets;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>The packets queued for one client, in order, limited in bytes. Thread-safe for many writers and one reader, the transport.</summary>
internal sealed class OutgoingQueue(int limit)
{
    private readonly Lock _lock = new();
    private readonly Queue<EngineIoPacket> _packets = new();
    private TaskCompletionSource? _arrival;
    private TaskCompletionSource? _room;
    private long _bytes;
    private bool _completed;

    /// <summary>Whether the queue has reached its limit.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
            {
                return _bytes >= limit;
            }
        }
    }

    /// <summary>Whether the queue is empty.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _packets.Count == 0;
            }
        }
    }

    /// <summary>Adds one packet whether or not there is room: for the few small ones of the protocol itself.</summary>
    public void Force(EngineIoPacket packet)
    {
        lock (_lock)
        {
            if (!_completed)
            {
                Enqueue(packet);
                Wake(ref _arrival);
            }
        }
    }

    /// <summary>Adds packets, with none of other writers in between, once there is room.</summary>
    /// <returns>False if the session ended before.</returns>
    public ValueTask<bool> AddAsync(ReadOnlyMemory<EngineIoPacket> packets, CancellationToken cancellationToken)
    {
        var (added, room) = TryAdd(packets.Span);
        return added is { } result ? ValueTask.FromResult(result) : new ValueTask<bool>(WaitAndAddAsync(room!, packets, cancellationToken));
    }

    /// <summary>Takes the next packet.</summary>
    public bool TryTake(out EngineIoPacket packet)
    {
        lock (_lock)
        {
            if (!_packets.TryDequeue(out packet))
            {
                return false;
            }

            _bytes -= packet.Content.Length;
            if (_bytes < limit)
            {
                Wake(ref _room);
            }

            return true;
        }
    }

    /// <summary>Waits for a packet.</summary>
    /// <returns>False once all were taken and no more will come.</returns>
    public async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task arrival;
            lock (_lock)
            {
                if (_packets.Count > 0 || _completed)
                {
                    return _packets.Count > 0;
                }

                arrival = (_arrival ??= NewSignal()).Task;
            }

            await arrival.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Accepts no more packets; queued ones can still be taken.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _completed = true;
            Wake(ref _arrival);
            Wake(ref _room);
        }
    }

    private (bool? Added, Task? Room) TryAdd(ReadOnlySpan<EngineIoPacket> packets)
    {
        lock (_lock)
        {
            if (_completed)
            {
                return (false, null);
            }

            if (_bytes >= limit)
            {
                return (null, (_room ??= NewSignal()).Task);
            }

            foreach (var packet in packets)
            {
                Enqueue(packet);
            }

            Wake(ref _arrival);
            return (true, null);
        }
    }

    private async Task<bool> WaitAndAddAsync(Task room, ReadOnlyMemory<EngineIoPacket> packets, CancellationToken cancellationToken)
    {
        while (true)
        {
            await room.WaitAsync(cancellationToken);
            var (added, again) = TryAdd(packets.Span);
            if (added is { } result)
            {
                return result;
            }

            room = again!;
        }
    }

    private void Enqueue(EngineIoPacket packet)
    {
        _packets.Enqueue(packet);
        _bytes += packet.Content.Length;
    }

    private static void Wake(ref TaskCompletionSource? signal)
    {
        signal?.TrySetResult();
        signal = null;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
