using Microsoft.Extensions.Logging;

namespace AzuSena.SocketIo.Namespaces;

/// <summary>Starts the handlers of one client's events in order: a limited number concurrently, a limited number queued.</summary>
internal sealed class EventDispatcher(SocketIoOptions options, ILogger log)
{
    private readonly Lock _lock = new();
    private readonly Queue<(Func<Task> Work, long Size)> _waiting = new();
    private TaskCompletionSource? _idle;
    private long _waitingBytes;
    private int _running;

    /// <summary>Starts a work item, now or when others have ended.</summary>
    /// <param name="work">The work.</param>
    /// <param name="size">Bytes that it holds while it waits.</param>
    /// <returns>False if too many work items, or too many bytes of them, are queued already.</returns>
    public bool TryBegin(Func<Task> work, long size)
    {
        lock (_lock)
        {
            if (_running == options.MaxEventsAtOnce)
            {
                if (_waiting.Count == options.MaxEventsWaiting || (_waitingBytes > 0 && _waitingBytes + size > options.MaxBufferedBytes))
                {
                    return false;
                }

                _waiting.Enqueue((work, size));
                _waitingBytes += size;
                return true;
            }

            _running++;
        }

        // Its end is awaited by EndedAsync.
        _ = RunAsync(work);
        return true;
    }

    /// <summary>Drops queued work and ends when running work has ended.</summary>
    public Task EndedAsync()
    {
        lock (_lock)
        {
            _waiting.Clear();
            return _running == 0 ? Task.CompletedTask : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private async Task RunAsync(Func<Task> work)
    {
        for (Func<Task>? next = work; next is not null; next = Next())
        {
            try
            {
                await next();
            }
            catch (OperationCanceledException)
            {
                // The client disconnected.
            }
            catch (Exception exception)
            {
                SocketIo.Log.HandlerFailed(log, exception, "event");
            }
        }
    }

    private Func<Task>? Next()
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var next))
            {
                _waitingBytes -= next.Size;
                return next.Work;
            }

            if (--_running == 0)
            {
                _idle?.TrySetResult();
            }

            return null;
        }
    }
}
