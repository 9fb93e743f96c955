using System.IO.Compression;
using System.Text;

namespace AzuSena.Models.ModelFiles;

/// <summary>Deltas as <c>bench/reader/delta.py</c> writes them.</summary>
public sealed class ModelDeltaTests
{
    private static readonly byte[] Original = Encoding.ASCII.GetBytes("abcdef");

    [Fact]
    public void Apply_Segments_AddsToTheOriginalOrTakesTheBytes()
    {
        using var delta = Delta([(2, 3), (-1, 2), (0, 1)], [0, 1, 255, (byte)'X', (byte)'Y', 0]);

        ModelDelta.Apply(Original, delta).Should().Equal(Encoding.ASCII.GetBytes("cedXYa"));
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(7, 1)]
    [InlineData(0, -1)]
    [InlineData(5_000_000_000, 1)]
    public void Apply_SegmentBeyondTheOriginal_IsRefused(long offset, long length)
    {
        using var delta = Delta([(offset, length)], [0, 0, 0]);

        FluentActions.Invoking(() => ModelDelta.Apply(Original, delta)).Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void Apply_CutShort_IsRefused()
    {
        using var delta = Delta([(0, 6)], [0, 0, 0]);

        FluentActions.Invoking(() => ModelDelta.Apply(Original, delta)).Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void Apply_NotPacked_IsRefused()
    {
        using var delta = new MemoryStream("no es gzip"u8.ToArray());

        FluentActions.Invoking(() => ModelDelta.Apply(Original, delta)).Should().Throw<InvalidDataException>();
    }

    private static MemoryStream Delta((long Offset, long Length)[] segments, byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zipped = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(zipped))
        {
            writer.Write(segments.Length);
            foreach (var (offset, length) in segments)
            {
                writer.Write(offset);
                writer.Write(length);
            }

            writer.Write(bytes);
        }

        packed.Position = 0;
        return packed;
    }
}
