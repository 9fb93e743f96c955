namespace AzuSena.Whisper.Tests.Audio;

/// <summary>A beginning, then zeros without end.</summary>
internal sealed class EndlessStream(byte[] start) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var span = buffer.AsSpan(offset, count);
        span.Clear();
        if (_position < start.Length)
        {
            start.AsSpan((int)_position, Math.Min(count, start.Length - (int)_position)).CopyTo(span);
        }

        _position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
