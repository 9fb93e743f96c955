using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Conversion;

/// <summary>What ONNX Runtime makes of a quantised constant: a network of one <c>DequantizeLinear</c>.</summary>
internal static class DequantizeGraph
{
    private const int Float = 1;

    public static float[] Run(OnnxTensor tensor, float scale, int zero)
    {
        byte[] node = [.. Text(1, "x"), .. Text(1, "s"), .. Text(1, "z"), .. Text(2, "y"), .. Text(4, "DequantizeLinear")];
        byte[] output = [.. Text(1, "y"), .. Message(2, Message(1, Number(1, Float)))];
        byte[] graph =
        [
            .. Message(1, node),
            .. Text(2, "dequantize"),
            .. Message(5, Constant("x", tensor.Type, tensor.Dimensions, tensor.Raw.ToArray())),
            .. Message(5, Constant("s", Float, [], BitConverter.GetBytes(scale))),
            .. Message(5, Constant("z", tensor.Type, [], [unchecked((byte)zero)])),
            .. Message(12, output),
        ];
        byte[] model = [.. Number(1, 8), .. Message(7, graph), .. Message(8, [.. Text(1, ""), .. Number(2, 13)])];
        using var session = new InferenceSession(model);
        using var run = new RunOptions();
        using var results = session.Run(run, new Dictionary<string, OrtValue>(), ["y"]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static byte[] Constant(string name, int type, int[] dimensions, byte[] raw) =>
        [.. dimensions.SelectMany(dimension => Number(1, dimension)), .. Number(2, type), .. Text(8, name), .. Message(9, raw)];

    private static byte[] Text(int field, string text) => Message(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Message(int field, byte[] content) => [.. Varint((field << 3) | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
