using AzuSena.Whisper.Decoding;
using AzuSena.Whisper.Features;
using AzuSena.Whisper.Network;
using AzuSena.Whisper.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Transcription;

/// <summary>The networks on ONNX Runtime, with the reference's decoding. Safe for concurrent use.</summary>
internal sealed class OnnxRecognizer : IWindowRecognizer
{
    private readonly Encoder _encoder;
    private readonly Decoder _decoder;
    private readonly TokenVocabulary _vocabulary;
    private readonly LogMel _logMel;
    private readonly WindowDecoder _windows;
    private readonly FallbackDecoder _fallback;

    /// <param name="folder">The files of an ONNX export.</param>
    /// <param name="threads">The number of threads.</param>
    /// <exception cref="WhisperException">The model in the folder is incomplete or invalid.</exception>
    public OnnxRecognizer(string folder, int threads)
    {
        var files = ModelFiles.Find(folder);
        var config = ModelConfig.Read(folder);
        _vocabulary = VocabularyFiles.Read(folder);
        _logMel = new LogMel(config.MelBands);
        _encoder = new Encoder(files.Encoder, config.MelBands, threads);
        try
        {
            _decoder = new Decoder(files, threads);
        }
        catch
        {
            _encoder.Dispose();
            throw;
        }

        _windows = new WindowDecoder(_decoder, _vocabulary, config);
        _fallback = new FallbackDecoder(_windows);
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Languages => [.. _vocabulary.Languages.Keys];

    /// <inheritdoc/>
    public void WarmUp()
    {
        using var run = new RunOptions();
        using var listening = new Listening(_encoder.Run(new float[_logMel.Bands * AudioFormat.WindowFrames], run));
        using var begun = _windows.Begin(listening, [], _vocabulary.Languages.Keys.First(), run);
        using var next = _decoder.Step(listening, begun, _vocabulary.FirstTimestamp, run);
    }

    /// <inheritdoc/>
    public RecognizedWindow Recognize(ReadOnlyMemory<float> samples, string? language, WhisperOptions options, CancellationToken cancellationToken)
    {
        try
        {
            using var run = new RunOptions();
            using var registration = cancellationToken.Register(() => run.Terminate = true);
            return Recognize(samples.Span, language, options, run);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
    }

    private RecognizedWindow Recognize(ReadOnlySpan<float> samples, string? language, WhisperOptions options, RunOptions run)
    {
        var features = new float[_logMel.Bands * AudioFormat.WindowFrames];
        _logMel.Window(samples, features);
        using var listening = new Listening(_encoder.Run(features, run));
        language ??= _windows.DetectLanguage(listening, run);
        IReadOnlyList<int> context = string.IsNullOrWhiteSpace(options.Prompt) ? [] : _vocabulary.Encode(" " + options.Prompt.Trim());
        using var begun = _windows.Begin(listening, context, language, run);
        return _fallback.Decode(listening, begun, options, run) is { } text
            ? new RecognizedWindow(SegmentCutter.Cut(text, _vocabulary), language, text.AverageLogProbability, text.NoSpeechProbability)
            : new RecognizedWindow([], language, 0, 1);
    }
}
