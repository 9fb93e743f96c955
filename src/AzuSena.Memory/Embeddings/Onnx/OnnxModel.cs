using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>A loaded session of a network whose input is token ids. Safe for concurrent use.</summary>
internal sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string _output;

    /// <summary>Loads the network.</summary>
    /// <param name="path">The <c>.onnx</c> file.</param>
    /// <param name="threads">Threads of one run.</param>
    /// <exception cref="EmbeddingException">The file cannot be loaded, or the network does not map token ids to vectors.</exception>
    public OnnxModel(string path, int threads)
    {
        _session = OnnxSession.Open(path, threads);
        _output = Output(_session.OutputMetadata);
    }

    /// <summary>The vectors of a batch: <c>float[rows][dim]</c>.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; a run in progress ends at its next operator.</exception>
    public float[][] Run(TokenBatch batch, Pooling pooling, CancellationToken cancellationToken)
    {
        using var options = new RunOptions();
        using var registration = cancellationToken.Register(() => options.Terminate = true);
        var inputs = Inputs(batch);
        try
        {
            using var outputs = _session.Run(options, inputs, [_output]);
            return Vectors(outputs[0], batch, pooling);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            foreach (var input in inputs.Values)
            {
                input.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    // A vector per token is rank 3 and needs pooling; a vector per text is rank 2. The first is preferred, with the pooling of the description.
    private static string Output(IReadOnlyDictionary<string, NodeMetadata> outputs) =>
        Output(outputs, rank: 3) ?? Output(outputs, rank: 2) ?? throw new EmbeddingException("The network has no output of vectors.");

    private static string? Output(IReadOnlyDictionary<string, NodeMetadata> outputs, int rank) =>
        outputs.FirstOrDefault(output => output.Value.Dimensions.Length == rank && output.Value.ElementType == typeof(float)).Key;

    private Dictionary<string, OrtValue> Inputs(TokenBatch batch)
    {
        long[] shape = [batch.Rows, batch.Columns];
        return _session.InputNames.ToDictionary(name => name, name => OrtValue.CreateTensorValueFromMemory(
            name switch
            {
                "input_ids" => batch.Ids,
                "attention_mask" => batch.Mask,
                "token_type_ids" => new long[batch.Ids.Length],
                _ => throw new EmbeddingException($"The network wants an input {name}, which is not known."),
            },
            shape));
    }

    private static float[][] Vectors(OrtValue output, TokenBatch batch, Pooling pooling)
    {
        var shape = output.GetTensorTypeAndShape().Shape;
        var dimension = (int)shape[^1];
        var data = output.GetTensorDataAsSpan<float>();
        var vectors = new float[batch.Rows][];
        for (var row = 0; row < batch.Rows; row++)
        {
            vectors[row] = shape.Length == 2 ? data.Slice(row * dimension, dimension).ToArray()
                : Pooled(
                    data.Slice(row * batch.Columns * dimension, batch.Columns * dimension),
                    batch.Mask.AsSpan(row * batch.Columns, batch.Columns),
                    dimension,
                    pooling);
        }

        return vectors;
    }

    private static float[] Pooled(ReadOnlySpan<float> tokens, ReadOnlySpan<long> mask, int dimension, Pooling pooling)
    {
        if (pooling == Pooling.Cls)
        {
            return tokens[..dimension].ToArray();
        }

        var sum = new float[dimension];
        var count = 0;
        for (var token = 0; token < mask.Length; token++)
        {
            if (mask[token] == 1)
            {
                TensorPrimitives.Add(sum, tokens.Slice(token * dimension, dimension), sum);
                count++;
            }
        }

        TensorPrimitives.Divide(sum, Math.Max(count, 1), sum);
        return sum;
    }
}
