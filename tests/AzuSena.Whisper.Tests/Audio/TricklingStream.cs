namespace AzuSena.Whisper.Tests.Audio;

/// <summary>Gives at most three bytes at a time, as a network may.</summary>
internal sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
{
    private const int AtOnce = 3;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, AtOnce));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, AtOnce)], cancellationToken);
}
