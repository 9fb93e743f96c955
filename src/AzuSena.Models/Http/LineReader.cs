using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace AzuSena.Models.Http;

/// <summary>Splits a stream into lines, regardless of packet boundaries.</summary>
internal static class LineReader
{
    /// <summary>The non-empty lines, as bytes that are valid until the next one is requested.</summary>
    /// <exception cref="InvalidDataException">A line is longer than <paramref name="maxBytes"/>.</exception>
    public static async IAsyncEnumerable<ReadOnlySequence<byte>> ReadAsync(
        Stream stream,
        int maxBytes,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                var buffer = read.Buffer;
                while (Line(ref buffer, read.IsCompleted) is { } line)
                {
                    if (line.Length > 0)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        yield return line;
                    }
                }

                if (buffer.Length > maxBytes)
                {
                    throw new InvalidDataException($"A line is longer than {maxBytes} bytes.");
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted)
                {
                    yield break;
                }
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static ReadOnlySequence<byte>? Line(ref ReadOnlySequence<byte> buffer, bool isLast)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return line;
        }

        if (!isLast || buffer.IsEmpty)
        {
            return null;
        }

        var rest = buffer;
        buffer = buffer.Slice(buffer.End);
        return rest;
    }
}
