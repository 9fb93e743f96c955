using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Errors;

namespace AzuSena.Api.Answers.Live;

/// <summary>
/// The events of one answer, numbered from 1, for any number of readers, each from its own position. It holds a limited number: past that the oldest are
/// dropped, but not before some reader has them. So a single slow reader slows the answer down, and of several only the slow ones lose events.
/// </summary>
/// <param name="capacity">The number of events that it holds.</param>
/// <remarks>One writer, any number of readers. Safe for concurrent use.</remarks>
internal sealed class EventBuffer(int capacity)
{
    private readonly Lock _lock = new();
    private readonly List<AnswerEvent> _events = [];
    private readonly int _droppedAtOnce = Math.Max(1, capacity / 8);
    private TaskCompletionSource _more = Signal();
    private TaskCompletionSource? _room;
    private int _first = 1;
    private int _furthest;
    private int _readers;
    private bool _isComplete;

    private enum Lookup
    {
        Found,
        Awaited,
        Ended,
        Dropped,
    }

    /// <summary>The number of the last event so far; 0 before the first.</summary>
    public int Last
    {
        get
        {
            lock (_lock)
            {
                return _first + _events.Count - 1;
            }
        }
    }

    /// <summary>Whether there are readers.</summary>
    public bool HasReaders
    {
        get
        {
            lock (_lock)
            {
                return _readers > 0;
            }
        }
    }

    /// <summary>Adds a reader.</summary>
    public void Enter()
    {
        lock (_lock)
        {
            _readers++;
        }
    }

    /// <summary>Removes a reader.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _readers--;
            _room?.TrySetResult();
        }
    }

    /// <summary>Adds the next event; waits if there is no room and there are readers.</summary>
    public async ValueTask AppendAsync(AnswerEvent next, CancellationToken cancellationToken)
    {
        while (!TryAppend(next, out var room))
        {
            await room.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Marks the end of the events.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            _more.TrySetResult();
        }
    }

    /// <summary>
    /// The events after a number, as they arrive, up to the last. A reader that is too far behind gets an <see cref="AnswerFailed"/> instead.
    /// </summary>
    public async IAsyncEnumerable<SentEvent> ReadAsync(int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = after + 1;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var lookup = Find(next, out var found, out var more);
            if (lookup is Lookup.Awaited)
            {
                await more.WaitAsync(cancellationToken);
            }
            else if (lookup is Lookup.Found)
            {
                yield return new SentEvent(found!, next++);
            }
            else
            {
                if (lookup is Lookup.Dropped)
                {
                    yield return new SentEvent(new AnswerFailed(ErrorCode.QuestionNotFound.WireName(), ErrorCode.QuestionNotFound.Message()));
                }

                yield break;
            }
        }
    }

    private Lookup Find(int number, out AnswerEvent? found, out Task more)
    {
        lock (_lock)
        {
            more = _more.Task;
            found = null;
            if (number < _first)
            {
                return Lookup.Dropped;
            }

            if (number >= _first + _events.Count)
            {
                return _isComplete ? Lookup.Ended : Lookup.Awaited;
            }

            found = _events[number - _first];
            _furthest = Math.Max(_furthest, number);
            _room?.TrySetResult();
            return Lookup.Found;
        }
    }

    // If there is no room, the returned task ends once there may be.
    private bool TryAppend(AnswerEvent next, out Task room)
    {
        lock (_lock)
        {
            if (_events.Count >= capacity)
            {
                if (_readers > 0 && _furthest < _first + _droppedAtOnce - 1)
                {
                    _room = Signal();
                    room = _room.Task;
                    return false;
                }

                _events.RemoveRange(0, _droppedAtOnce);
                _first += _droppedAtOnce;
            }

            _room = null;
            _events.Add(next);
            _more.TrySetResult();
            _more = Signal();
            room = Task.CompletedTask;
            return true;
        }
    }

    // Readers continue on other threads, not on the writer's and inside its lock.
    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
