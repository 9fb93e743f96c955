using AzuSena.Errors;

namespace AzuSena.Models.Queue;

/// <summary>
/// The bounded FIFO queue in front of the model. A reply that continues after a tool call precedes requests that have not begun, so that begun replies are
/// finished.
/// </summary>
public sealed class ModelQueue(int places, int maxWaiting, TimeProvider time, ErrorCode busy = ErrorCode.ModelBusy)
{
    // The duration of a reply before any was measured, and the weight of a new one in the average.
    private static readonly TimeSpan FirstGuess = TimeSpan.FromSeconds(10);
    private const double Learning = 0.2;

    private readonly Lock _gate = new();
    private readonly LinkedList<QueueTicket> _waiting = [];
    private int _busy;
    private TimeSpan _usual = FirstGuess;

    /// <summary>The number of waiting requests.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Takes a place, or a ticket to wait for one.</summary>
    /// <exception cref="AzuSenaException">The queue is full: <c>model_busy</c>, or the code passed to the queue.</exception>
    public QueueTicket Enter(bool goesOn)
    {
        lock (_gate)
        {
            var ticket = new QueueTicket(this);
            if (_busy < places && _waiting.Count == 0)
            {
                Start(ticket);
            }
            else if (goesOn)
            {
                _waiting.AddFirst(ticket.Node);
                TellPositions();
            }
            else
            {
                CheckRoom();
                _waiting.AddLast(ticket.Node);
                ticket.Tell(_waiting.Count);
            }

            return ticket;
        }
    }

    /// <summary>Throws if neither a place nor a wait is available; takes nothing.</summary>
    /// <exception cref="AzuSenaException">As for <see cref="Enter"/>.</exception>
    public void CheckRoom()
    {
        lock (_gate)
        {
            if ((_busy >= places || _waiting.Count > 0) && _waiting.Count >= maxWaiting)
            {
                throw new AzuSenaException(busy) { RetryAfter = UntilAPlaceIsFree() };
            }
        }
    }

    /// <summary>Takes a place if one is free; null if the caller would have to wait.</summary>
    public QueueTicket? TryEnter()
    {
        lock (_gate)
        {
            return _busy < places && _waiting.Count == 0 ? Enter(goesOn: false) : null;
        }
    }

    /// <summary>Releases a place, or a waiting ticket.</summary>
    internal void Leave(QueueTicket ticket)
    {
        lock (_gate)
        {
            if (ticket.Node.List is not null)
            {
                _waiting.Remove(ticket.Node);
            }
            else
            {
                _busy--;
                _usual += Learning * (time.GetElapsedTime(ticket.StartedAt) - _usual);
                if (_waiting.First is { } next)
                {
                    _waiting.RemoveFirst();
                    Start(next.Value);
                }
            }

            TellPositions();
        }
    }

    private void Start(QueueTicket ticket)
    {
        _busy++;
        ticket.StartedAt = time.GetTimestamp();
        ticket.Tell(QueueTicket.Turn);
    }

    private void TellPositions()
    {
        var position = 0;
        foreach (var ticket in _waiting)
        {
            ticket.Tell(++position);
        }
    }

    private TimeSpan UntilAPlaceIsFree() =>
        TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(_usual.TotalSeconds * (_waiting.Count + 1) / places)));
}
