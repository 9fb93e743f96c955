using System.Text;
using AzuSena.Whisper.Network;

namespace AzuSena.Whisper.Conversion;

/// <summary>The weights in an ONNX export of Whisper, by the names that they had before the export, such as <c>decoder.layers.0.fc1.weight</c>.</summary>
internal sealed class OnnxWeights
{
    private const int Graph = 7;
    private const int Node = 1;
    private const int Initializer = 5;
    private const string QuantizedEnding = "_quantized";
    private const string MergedMark = "_merged_";

    private readonly Dictionary<string, OnnxTensor> _constants = [];
    private readonly Dictionary<string, (OnnxTensor Tensor, bool IsTransposed)> _weights = [];

    /// <param name="file">The bytes of the file.</param>
    /// <param name="part"><c>encoder</c> or <c>decoder</c>: the export leaves it out of the names, or puts <c>model.</c> before it.</param>
    /// <exception cref="WhisperException">It is not an ONNX file.</exception>
    public OnnxWeights(byte[] file, string part)
    {
        try
        {
            var nodes = new List<OnnxNode>();
            foreach (var graph in ProtobufFields.Of(file).Where(field => field.Number == Graph))
            {
                Collect(graph.Content, nodes);
            }

            Name(nodes, part);
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException)
        {
            throw new WhisperException($"The {part}'s file is not an ONNX network.", exception);
        }
    }

    /// <summary>The names, in the order of the file.</summary>
    public IReadOnlyCollection<string> Names => _weights.Keys;

    /// <summary>A weight as numbers, in the shape that it had before the export.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The shape, the last dimension being the innermost, and the elements.</returns>
    /// <exception cref="WhisperException">It is missing, or quantised in another way than by one scale.</exception>
    public (int[] Dimensions, float[] Values) Read(string name)
    {
        var (tensor, isTransposed) = _weights.TryGetValue(name, out var found) ? found : throw new WhisperException($"The export has no {name}.");
        var values = tensor.IsQuantized ? tensor.ToFloats(Scale(tensor), Zero(tensor)) : tensor.ToFloats();
        return isTransposed && tensor.Dimensions is [var rows, var columns]
            ? ([columns, rows], Transpose(values, rows, columns))
            : (tensor.Dimensions, values);
    }

    /// <summary>The constant that holds a weight, for comparison.</summary>
    internal OnnxTensor Constant(string name) => _weights[name].Tensor;

    /// <summary>The scale of a quantised constant.</summary>
    internal float Scale(OnnxTensor tensor) => Single(tensor, "_scale").ToFloats()[0];

    /// <summary>Its element that stands for 0.</summary>
    internal int Zero(OnnxTensor tensor) => Single(tensor, "_zero_point").ToInteger();

    private OnnxTensor Single(OnnxTensor tensor, string ending) =>
        _constants.TryGetValue(Bare(tensor.Name) + ending, out var constant) && constant.Length == 1
            ? constant
            : throw new WhisperException($"{tensor.Name} is not quantised by one scale.");

    private void Collect(ReadOnlyMemory<byte> graph, List<OnnxNode> nodes)
    {
        foreach (var field in ProtobufFields.Of(graph))
        {
            if (field.Number == Initializer)
            {
                var tensor = OnnxTensor.Parse(field.Content);
                _constants[tensor.Name] = tensor;
            }
            else if (field.Number == Node)
            {
                var node = OnnxNode.Parse(field.Content);
                nodes.Add(node);
                foreach (var branch in node.Graphs)
                {
                    Collect(branch, nodes);
                }
            }
        }
    }

    // Constants keep the names of the parameters, except the factors of products: those are named by the node that multiplies.
    private void Name(List<OnnxNode> nodes, string part)
    {
        foreach (var (name, tensor) in _constants)
        {
            if (IsParameter(Plain(name)))
            {
                _weights[Full(Plain(name), part)] = (tensor, false);
            }
        }

        foreach (var node in nodes)
        {
            if (node.Operator.StartsWith("MatMul", StringComparison.Ordinal) && node.Inputs.Count > 1
                && _constants.TryGetValue(node.Inputs[1], out var factor) && !IsParameter(Plain(factor.Name)))
            {
                var path = node.Name.Trim('/').Split('/');
                _weights[Full(string.Join('.', path[..^1]) + ".weight", part)] = (factor, true);
            }
        }
    }

    private static string Full(string name, string part)
    {
        var bare = name.StartsWith("model.", StringComparison.Ordinal) ? name["model.".Length..] : name;
        return bare.StartsWith(part + ".", StringComparison.Ordinal) ? bare : $"{part}.{bare}";
    }

    // The name without what quantising and merging the decoder's branches added.
    private static string Plain(string name)
    {
        var bare = Bare(name);
        return bare.LastIndexOf(MergedMark, StringComparison.Ordinal) is > 0 and var end ? bare[..end] : bare;
    }

    private static string Bare(string name) => name.EndsWith(QuantizedEnding, StringComparison.Ordinal) ? name[..^QuantizedEnding.Length] : name;

    private static bool IsParameter(string name) =>
        char.IsAsciiLetterLower(name.FirstOrDefault()) && !name.Contains(':', StringComparison.Ordinal)
        && (name.EndsWith(".weight", StringComparison.Ordinal) || name.EndsWith(".bias", StringComparison.Ordinal));

    private static float[] Transpose(float[] values, int rows, int columns)
    {
        var result = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                result[(column * rows) + row] = values[(row * columns) + column];
            }
        }

        return result;
    }
}

/// <summary>An operation of an ONNX file (onnx.proto: NodeProto).</summary>
/// <param name="Name">Its name: the module's path.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Inputs">The names of its inputs.</param>
/// <param name="Graphs">The graphs of its branches.</param>
internal sealed record OnnxNode(string Name, string Operator, IReadOnlyList<string> Inputs, IReadOnlyList<ReadOnlyMemory<byte>> Graphs)
{
    private const int AttributeGraph = 6;

    /// <summary>Reads a NodeProto.</summary>
    public static OnnxNode Parse(ReadOnlyMemory<byte> message)
    {
        var fields = ProtobufFields.Of(message).ToArray();
        return new OnnxNode(
            Text(3).FirstOrDefault(""),
            Text(4).FirstOrDefault(""),
            [.. Text(1)],
            [.. fields.Where(field => field.Number == 5)
                .SelectMany(attribute => ProtobufFields.Of(attribute.Content))
                .Where(field => field.Number == AttributeGraph)
                .Select(field => field.Content)]);

        IEnumerable<string> Text(int number) =>
            fields.Where(field => field.Number == number).Select(field => Encoding.UTF8.GetString(field.Content.Span));
    }
}
