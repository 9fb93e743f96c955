using System.Buffers.Binary;
using System.Text;
using AzuSena.Whisper.Features;

namespace AzuSena.Whisper.Conversion;

/// <summary>Writes a model as whisper.cpp reads it: sizes, mel filters, vocabulary, weights.</summary>
/// <param name="target">Receives the file.</param>
/// <param name="type">How matrices are stored; vectors, positions and biases are 32-bit, convolutions at most 16-bit.</param>
internal sealed class GgmlWriter(Stream target, GgmlType type)
{
    private const int Magic = 0x67676d6c;
    private const int QuantizationVersion = 2;
    private const int MostlyF16 = 1;
    private const int MostlyQ8 = 7;
    private const int Float = 0;
    private const int BlockLength = 32;

    /// <summary>Writes the sizes.</summary>
    /// <param name="sizes">Vocabulary; context, width, heads and layers of the encoder; those of the decoder; mel bands.</param>
    public void Header(IReadOnlyList<int> sizes)
    {
        Number(Magic);
        foreach (var size in sizes)
        {
            Number(size);
        }

        Number(type == GgmlType.F16 ? MostlyF16 : (QuantizationVersion * 1000) + MostlyQ8);
    }

    /// <summary>Writes the matrix of mel filters.</summary>
    public void Filters(MelFilters filters)
    {
        Number(filters.Count);
        Number(AudioFormat.SpectrumLength);
        for (var band = 0; band < filters.Count; band++)
        {
            Floats(filters.Row(band));
        }
    }

    /// <summary>Writes the text tokens, in the order of their ids; whisper.cpp adds the special ones.</summary>
    public void Vocabulary(IReadOnlyList<byte[]> tokens)
    {
        Number(tokens.Count);
        foreach (var token in tokens)
        {
            Number(token.Length);
            target.Write(token);
        }
    }

    /// <summary>Writes a weight.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="dimensions">Its shape, the last dimension being the innermost.</param>
    /// <param name="values">Its elements.</param>
    public void Weight(string name, IReadOnlyList<int> dimensions, float[] values)
    {
        // The biases of convolutions are columns there.
        var shape = name.StartsWith("encoder.conv", StringComparison.Ordinal) && dimensions.Count == 1 ? [dimensions[0], 1] : dimensions;
        var stored = StoredAs(name, dimensions);
        var bytes = Encoding.UTF8.GetBytes(name);
        Number(shape.Count);
        Number(bytes.Length);
        Number(stored);
        foreach (var dimension in shape.Reverse())
        {
            Number(dimension);
        }

        target.Write(bytes);
        switch (stored)
        {
            case Float:
                Floats(values);
                break;
            case (int)GgmlType.F16:
                Halves(values);
                break;
            default:
                Blocks(values);
                break;
        }
    }

    private int StoredAs(string name, IReadOnlyList<int> dimensions) =>
        dimensions.Count < 2 || name.EndsWith("positional_embedding", StringComparison.Ordinal) ? Float
        : dimensions.Count == 2 && type == GgmlType.Q8 && dimensions[^1] % BlockLength == 0 ? (int)GgmlType.Q8
        : (int)GgmlType.F16;

    private void Number(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        target.Write(bytes);
    }

    private void Floats(float[] values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), values[index]);
        }

        target.Write(bytes);
    }

    private void Halves(float[] values)
    {
        var bytes = new byte[values.Length * 2];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(index * 2), (Half)values[index]);
        }

        target.Write(bytes);
    }

    // ggml's quantize_row_q8_0_ref: the greatest magnitude of a block becomes 127.
    private void Blocks(float[] values)
    {
        const int Bytes = 2 + BlockLength;
        var bytes = new byte[values.Length / BlockLength * Bytes];
        for (var block = 0; block < values.Length / BlockLength; block++)
        {
            var from = values.AsSpan(block * BlockLength, BlockLength);
            var to = bytes.AsSpan(block * Bytes, Bytes);
            var greatest = 0f;
            foreach (var value in from)
            {
                greatest = Math.Max(greatest, Math.Abs(value));
            }

            var step = greatest / 127;
            var inverse = step > 0 ? 1 / step : 0;
            BinaryPrimitives.WriteHalfLittleEndian(to, (Half)step);
            for (var index = 0; index < BlockLength; index++)
            {
                to[2 + index] = unchecked((byte)(sbyte)MathF.Round(from[index] * inverse, MidpointRounding.AwayFromZero));
            }
        }

        target.Write(bytes);
    }
}
