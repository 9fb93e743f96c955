using AzuSena.Streams;

namespace AzuSena.Api.Bodies;

/// <summary>A stream that is only read, and only asynchronously, as requests are.</summary>
internal abstract class AsyncStream : ReadOnlyStream
{
    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("Requests are read asynchronously.");
}
