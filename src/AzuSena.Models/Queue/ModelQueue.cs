using AzuSena.Errors;

namespace AzuSena.Models.Queue;

/// <summary>
/// The bounded queue in front of the model: first come, first served. A reply that goes on after a tool call goes before those who have
/// not begun, so that what has begun is finished.
/// </summary>
public sealed class ModelQueue(int places, int maxWaiting, TimeProvider time, ErrorCode busy = ErrorCode.ModelBusy)
{
    // What a reply takes before any was timed, and how much a new one moves the average.
    private static readonly TimeSpan FirstGuess = TimeSpan.FromSeconds(10);
    private const double Learning = 0.2;

    private readonly Lock _gate = new();
    private readonly LinkedList<QueueTicket> _waiting = [];
    private int _busy;
    private TimeSpan _usual = FirstGuess;

    /// <summary>How many wait.</summary>
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
    /// <exception cref="AzuSenaException">As many wait as may: <c>model_busy</c>, or the code that the queue was given.</exception>
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

    /// <summary>Refuses where there is neither a place nor a wait for one, and takes nothing.</summary>
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

    /// <summary>Takes a place where one is free; null where somebody would have to wait.</summary>
    public QueueTicket? TryEnter()
    {
        lock (_gate)
        {
            return _busy < places && _waiting.Count == 0 ? Enter(goesOn: false) : null;
        }
    }

    /// <summary>Gives a place, or the wait for one, back.</summary>
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
