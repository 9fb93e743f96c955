using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using AzuSena.Whisper.Network;

namespace AzuSena.Whisper.Conversion;

/// <summary>A constant of an ONNX file (onnx.proto: TensorProto).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Its shape; none for a scalar.</param>
/// <param name="Type">Its element type, by onnx.proto's number.</param>
/// <param name="Raw">Its elements, little-endian.</param>
internal sealed record OnnxTensor(string Name, int[] Dimensions, int Type, ReadOnlyMemory<byte> Raw)
{
    private const int Float = 1;
    private const int Unsigned8 = 2;
    private const int Signed8 = 3;
    private const int Half = 10;

    /// <summary>The number of elements.</summary>
    public int Length => Dimensions.Aggregate(1, (product, dimension) => product * dimension);

    /// <summary>Whether its elements are 8-bit integers that need a scale.</summary>
    public bool IsQuantized => Type is Unsigned8 or Signed8;

    /// <summary>Reads a TensorProto.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static OnnxTensor Parse(ReadOnlyMemory<byte> message)
    {
        var (name, type, dimensions, raw) = ("", 0, new List<int>(), ReadOnlyMemory<byte>.Empty);
        var integers = new List<byte>();
        foreach (var field in ProtobufFields.Of(message))
        {
            switch (field.Number)
            {
                case 1:
                    dimensions.AddRange(field.Integers().Select(value => checked((int)value)));
                    break;
                case 2:
                    type = (int)field.Value;
                    break;
                case 4 or 9:
                    raw = field.Content;
                    break;
                case 5:
                    integers.AddRange(field.Integers().Select(value => unchecked((byte)value)));
                    break;
                case 8:
                    name = Encoding.UTF8.GetString(field.Content.Span);
                    break;
            }
        }

        return new OnnxTensor(name, [.. dimensions], type, raw.IsEmpty ? integers.ToArray() : raw);
    }

    /// <summary>The elements as numbers: <c>float[Length]</c>.</summary>
    /// <param name="scale">The value of one step of a quantised element.</param>
    /// <param name="zero">The quantised element that stands for 0.</param>
    /// <exception cref="WhisperException">The elements are of another type, or incomplete.</exception>
    public float[] ToFloats(float scale = 1, int zero = 0)
    {
        var raw = Raw.Span;
        var values = new float[Length];
        var width = Type switch { Float => 4, Half => 2, Unsigned8 or Signed8 => 1, _ => throw new WhisperException($"{Name} has elements of type {Type}.") };
        if (raw.Length != (long)values.Length * width)
        {
            throw new WhisperException($"{Name} has {raw.Length} bytes for {values.Length} elements.");
        }

        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Type switch
            {
                Float => BinaryPrimitives.ReadSingleLittleEndian(raw[(index * 4)..]),
                Half => (float)BinaryPrimitives.ReadHalfLittleEndian(raw[(index * 2)..]),
                Unsigned8 => (raw[index] - zero) * scale,
                _ => ((sbyte)raw[index] - zero) * scale,
            };
        }

        return values;
    }

    /// <summary>The only element, as an integer.</summary>
    public int ToInteger() => Type == Signed8 ? MemoryMarshal.Cast<byte, sbyte>(Raw.Span)[0] : Raw.Span[0];
}
