using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Transcription;
using Whisper.net;

namespace AzuSena.Whisper.Ggml;

/// <summary>The networks on Whisper.net, one processor for each window.</summary>
/// <param name="factory">The loaded model.</param>
/// <param name="threads">The number of threads.</param>
internal sealed class GgmlRecognizer(WhisperFactory factory, int threads) : IWindowRecognizer
{
    // The encoder's positions, each of 20 ms. Sound shorter than a window does not need all of them; without some silence after it the model repeats itself.
    private const int Positions = 1500;
    private const int PositionsForSecond = 50;
    private const int SecondsAfter = 5;

    private const string Detect = "auto";

    // Seconds. The last piece of a window that ends within a word ends where the sound does.
    private const double AtTheEnd = 0.1;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Languages { get; } = [.. WhisperFactory.GetSupportedLanguages()];

    /// <inheritdoc/>
    public void WarmUp() => Recognize(new float[AudioClip.SampleRate], "es", WhisperOptions.Default, CancellationToken.None);

    /// <inheritdoc/>
    public RecognizedWindow Recognize(ReadOnlyMemory<float> samples, string? language, WhisperOptions options, CancellationToken cancellationToken)
    {
        try
        {
            // The caller's thread is one of its own; the thread that computes is started from it and has its priority.
            return RecognizeAsync(samples, language, options, cancellationToken).GetAwaiter().GetResult();
        }
        catch (WhisperProcessingException exception)
        {
            throw new WhisperException($"Whisper.net could not process the sound: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => factory.Dispose();

    private async Task<RecognizedWindow> RecognizeAsync(
        ReadOnlyMemory<float> samples, string? language, WhisperOptions options, CancellationToken cancellationToken)
    {
        var seconds = (double)samples.Length / AudioClip.SampleRate;

        // Disposed last: disposing the processor waits for the native code.
        using var cancellation = GraphCancellation.Begin(cancellationToken);
        await using var processor = Build(language, options, seconds);
        var segments = new List<SegmentData>();
        var pieces = new List<WindowPiece>();
        await foreach (var segment in processor.ProcessAsync(samples, cancellationToken))
        {
            // It may continue in the silence that fills the window.
            if (segment.Start.TotalSeconds < seconds && SubtitleNotes.Without(segment.Text) is { Length: > 0 } said)
            {
                pieces.Add(new WindowPiece(
                    segment.Start.TotalSeconds, segment.End.TotalSeconds < seconds - AtTheEnd ? segment.End.TotalSeconds : null, said));
                segments.Add(segment);
            }
        }

        return new RecognizedWindow(
            pieces,
            segments.Select(segment => segment.Language).FirstOrDefault() ?? language ?? "",
            segments.SelectMany(segment => segment.Tokens).Select(token => (double)token.ProbabilityLog).DefaultIfEmpty(0).Average(),
            segments.Select(segment => (double)segment.NoSpeechProbability).DefaultIfEmpty(1).Max());
    }

    private WhisperProcessor Build(string? language, WhisperOptions options, double seconds)
    {
        var builder = factory.CreateBuilder()
            .WithThreads(threads)
            .WithLanguage(language ?? Detect)
            .WithNoContext()
            .WithProbabilities()
            .WithAudioContextSize(Math.Min(Positions, (int)Math.Ceiling((seconds + SecondsAfter) * PositionsForSecond)))
            .WithTemperature((float)options.Temperatures[0])
            .WithTemperatureInc(options.Temperatures.Count > 1 ? (float)(options.Temperatures[1] - options.Temperatures[0]) : 0)
            .WithEntropyThreshold((float)options.CompressionRatioThreshold)
            .WithLogProbThreshold((float)options.LogProbabilityThreshold)
            .WithNoSpeechThreshold((float)options.NoSpeechThreshold);
        builder = options.BeamSize > 1 ? builder.WithBeamSearchSamplingStrategy(beam => beam.WithBeamSize(options.BeamSize)) : builder;
        return (string.IsNullOrWhiteSpace(options.Prompt) ? builder : builder.WithPrompt(options.Prompt.Trim())).Build();
    }
}
