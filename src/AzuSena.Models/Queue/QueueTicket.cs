using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AzuSena.Models.Queue;

/// <summary>A place in the queue or at the model; disposing it releases the place.</summary>
public sealed class QueueTicket : IDisposable
{
    /// <summary>The position of a ticket whose turn has come.</summary>
    public const int Turn = 0;

    private readonly ModelQueue _queue;

    // Only the newest position counts, and the turn is always the last one reported.
    private readonly Channel<int> _positions = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private bool _left;

    public QueueTicket(ModelQueue queue)
    {
        _queue = queue;
        Node = new LinkedListNode<QueueTicket>(this);
    }

    /// <summary>Its node in the list of waiting tickets; in no list once its turn has come.</summary>
    internal LinkedListNode<QueueTicket> Node { get; }

    /// <summary>Timestamp of its turn.</summary>
    internal long StartedAt { get; set; }

    /// <summary>The positions, as they change, until its turn.</summary>
    public async IAsyncEnumerable<int> PositionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var told = Turn;
        while (await _positions.Reader.ReadAsync(cancellationToken) is not Turn and var position)
        {
            if (position != told)
            {
                told = position;
                yield return position;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_left)
        {
            _left = true;
            _queue.Leave(this);
        }
    }

    internal void Tell(int position) => _positions.Writer.TryWrite(position);
}
