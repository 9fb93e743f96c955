using System.Text;

namespace AzuSena.Whisper.Conversion;

/// <summary>Reads what <see cref="GgmlWriter"/> writes, by whisper.cpp's description of the format.</summary>
internal sealed class GgmlFile
{
    private const int BlockLength = 32;

    public GgmlFile(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        Magic = reader.ReadInt32();
        Sizes = Numbers(reader, 11);
        Filters = [reader.ReadInt32(), reader.ReadInt32()];
        reader.ReadBytes(Filters[0] * Filters[1] * sizeof(float));
        Tokens = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadBytes(reader.ReadInt32()))];
        while (stream.Position < stream.Length)
        {
            var (rank, length, type) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            var dimensions = Numbers(reader, rank);
            var name = Encoding.UTF8.GetString(reader.ReadBytes(length));
            Tensors[name] = (type, dimensions, Values(reader, type, dimensions.Aggregate(1, (all, one) => all * one)));
        }
    }

    public int Magic { get; }

    public int[] Sizes { get; }

    public int[] Filters { get; }

    public byte[][] Tokens { get; }

    /// <summary>Type, dimensions with the innermost first, and elements of each weight.</summary>
    public Dictionary<string, (int Type, int[] Dimensions, float[] Values)> Tensors { get; } = [];

    private static int[] Numbers(BinaryReader reader, int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadInt32())];

    private static float[] Values(BinaryReader reader, int type, int count) => type switch
    {
        0 => [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())],
        1 => [.. Enumerable.Range(0, count).Select(_ => (float)reader.ReadHalf())],
        _ => [.. Enumerable.Range(0, count / BlockLength).SelectMany(_ => Block(reader))],
    };

    private static float[] Block(BinaryReader reader)
    {
        var step = (float)reader.ReadHalf();
        return [.. Enumerable.Range(0, BlockLength).Select(_ => reader.ReadSByte() * step)];
    }
}
