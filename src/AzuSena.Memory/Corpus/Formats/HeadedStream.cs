using AzuSena.Streams;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>A stream that returns bytes already read from another stream, then the rest of it. The other stream is left open.</summary>
internal sealed class HeadedStream(ReadOnlyMemory<byte> head, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _head = head;

    public override int Read(Span<byte> buffer)
    {
        if (_head.IsEmpty)
        {
            return rest.Read(buffer);
        }

        var read = Math.Min(buffer.Length, _head.Length);
        _head.Span[..read].CopyTo(buffer);
        _head = _head[read..];
        return read;
    }
}
