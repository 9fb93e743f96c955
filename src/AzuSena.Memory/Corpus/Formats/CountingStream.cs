using AzuSena.Streams;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>A stream that reports the total number of bytes read after every read.</summary>
internal sealed class CountingStream(Stream inner, Action<long> check) : ReadOnlyStream
{
    /// <summary>The bytes read so far.</summary>
    public long Count { get; private set; }

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        check(Count);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
