using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Embeddings.Onnx;
using AzuSena.Memory.Embeddings.Onnx.Tokenization;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Memory.Reading;

/// <summary>
/// The network that reads a question and sentences together (bench/reader, docs/decisions/0030-reader.md): for each token the log odds that it belongs to an
/// answer, against "not here". Safe for concurrent use.
/// </summary>
internal sealed class ReaderNetwork : IDisposable
{
    private const string Output = "logits";

    private readonly InferenceSession _session;
    private readonly TextTokenizer _tokenizer;

    /// <summary>Loads the network and its tokenizer.</summary>
    /// <param name="model">The <c>.onnx</c> file: inputs <c>input_ids</c>, <c>attention_mask</c>, <c>token_type_ids</c>, output <c>logits</c>.</param>
    /// <param name="tokenizer">The <c>tokenizer.json</c> that it was trained with.</param>
    /// <param name="threads">Threads of one reading.</param>
    /// <exception cref="EmbeddingException">A file cannot be used.</exception>
    public ReaderNetwork(string model, string tokenizer, int threads)
    {
        _tokenizer = TokenizerFile.Load(tokenizer, new TokenizerDescription());
        _session = OnnxSession.Open(model, threads);
        if (!_session.OutputNames.Contains(Output))
        {
            _session.Dispose();
            throw new EmbeddingException($"{Path.GetFileName(model)} has no output {Output}.");
        }
    }

    /// <summary>The tokens before the question and after it.</summary>
    public (int Start, int Separator) Special => (_tokenizer.Special.Before[0], _tokenizer.Special.After[0]);

    /// <summary>The tokens of a text.</summary>
    public int[] Encode(string text) => _tokenizer.Pieces(text);

    /// <summary>The log odds of each token of a window: <c>float[tokens]</c>.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; a run in progress ends at its next operator.</exception>
    public float[] Read(ReadingWindow window, CancellationToken cancellationToken)
    {
        var length = window.Ids.Length;
        var types = new long[length];
        Array.Fill(types, 1, window.TextStart, length - window.TextStart);
        var mask = new long[length];
        Array.Fill(mask, 1);
        long[] shape = [1, length];
        using var ids = OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(window.Ids, id => (long)id), shape);
        using var attention = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var segments = OrtValue.CreateTensorValueFromMemory(types, shape);
        using var options = new RunOptions();
        using var registration = cancellationToken.Register(() => options.Terminate = true);
        try
        {
            using var outputs = _session.Run(
                options, ["input_ids", "attention_mask", "token_type_ids"], [ids, attention, segments], [Output]);
            return outputs[0].GetTensorDataAsSpan<float>().ToArray();
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
