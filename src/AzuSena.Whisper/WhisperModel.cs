using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Decoding;
using AzuSena.Whisper.Features;
using AzuSena.Whisper.Network;
using AzuSena.Whisper.Speech;
using AzuSena.Whisper.Tokens;
using AzuSena.Whisper.Transcription;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper;

/// <summary>A loaded and warmed-up Whisper model (Radford et al., 2022). Safe for concurrent use.</summary>
public sealed class WhisperModel : IDisposable
{
    private readonly WhisperModelOptions _options;
    private readonly Encoder _encoder;
    private readonly Decoder _decoder;
    private readonly TokenVocabulary _vocabulary;
    private readonly ClipTranscriber _transcriber;
    private readonly SemaphoreSlim _turns;
    private readonly CancellationTokenSource _closing = new();
    private bool _isDisposed;

    private WhisperModel(string folder, WhisperModelOptions options)
    {
        _options = options;
        _turns = new SemaphoreSlim(options.MaxConcurrent);
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var files = ModelFiles.Find(folder);
        var config = ModelConfig.Read(folder);
        _vocabulary = VocabularyFiles.Read(folder);
        try
        {
            SpeechDetector = options.SpeechDetector is { } path ? new SileroDetector(path) : new EnergyDetector();
            _encoder = new Encoder(files.Encoder, config.MelBands, options.Threads);
            _decoder = new Decoder(files, options.Threads);
            var windows = new WindowDecoder(_decoder, _vocabulary, config);
            _transcriber = new ClipTranscriber(_encoder, windows, _vocabulary, new LogMel(config.MelBands), SpeechDetector);
            WarmUp(windows, config.MelBands);
        }
        catch
        {
            SpeechDetector?.Dispose();
            _encoder?.Dispose();
            _decoder?.Dispose();
            throw;
        }
    }

    /// <summary>The name of its folder, such as <c>whisper-base</c>.</summary>
    public string Name { get; }

    /// <summary>Codes of the supported languages.</summary>
    public IEnumerable<string> Languages => _vocabulary.Languages.Keys;

    /// <summary>The voice activity detector: for following a live conversation with a <see cref="SpeechActivity"/>.</summary>
    public ISpeechDetector SpeechDetector { get; }

    /// <summary>Loads a model and runs it once, so that the first recording takes no longer than the others.</summary>
    /// <param name="folder">
    /// The files of an ONNX export: the networks (also below <c>onnx</c>), <c>config.json</c>, and <c>tokenizer.json</c> or <c>vocab.json</c> with
    /// <c>merges.txt</c> and <c>added_tokens.json</c>.
    /// </param>
    /// <param name="options">The loading options; null for the defaults.</param>
    /// <exception cref="WhisperException">The model in the folder is incomplete or invalid; the message says what is wrong.</exception>
    public static WhisperModel Load(string folder, WhisperModelOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var chosen = options ?? new WhisperModelOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen.Threads, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen.MaxConcurrent, 1, nameof(options));

        // The sessions' threads are started here, and inherit the priority of this thread.
        return WorkThread.RunAsync(chosen.LowPriority, () => new WhisperModel(folder, chosen)).GetAwaiter().GetResult();
    }

    /// <summary>Transcribes a recording; segments are yielded as soon as they are complete. There are none without speech.</summary>
    /// <param name="clip">The recording.</param>
    /// <param name="options">The transcription options; null for <see cref="WhisperOptions.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the transcription, also while it waits for its turn.</param>
    /// <exception cref="ArgumentException">The language is not in <see cref="Languages"/>, or a sample is not a number.</exception>
    public IAsyncEnumerable<TranscribedSegment> TranscribeAsync(AudioClip clip, WhisperOptions? options = null, CancellationToken cancellationToken = default)
    {
        var chosen = options ?? WhisperOptions.Default;
        if (chosen.Language is { } language && !_vocabulary.Languages.ContainsKey(language))
        {
            throw new ArgumentException($"{Name} knows no language {language}.", nameof(options));
        }

        foreach (var sample in clip.Samples.Span)
        {
            if (!float.IsFinite(sample))
            {
                throw new ArgumentException("A sample is no number.", nameof(clip));
            }
        }

        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return StreamAsync(clip, chosen, cancellationToken);
    }

    /// <summary>Cancels running transcriptions and frees the networks.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _closing.Cancel();
        for (var turn = 0; turn < _options.MaxConcurrent; turn++)
        {
            _turns.Wait();
        }

        SpeechDetector.Dispose();
        _encoder.Dispose();
        _decoder.Dispose();
    }

    private async IAsyncEnumerable<TranscribedSegment> StreamAsync(
        AudioClip clip,
        WhisperOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        var segments = Channel.CreateUnbounded<TranscribedSegment>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        await _turns.WaitAsync(ending.Token);
        var work = WorkThread.RunAsync(_options.LowPriority, () => Work(clip, options, segments.Writer, ending.Token));
        try
        {
            await foreach (var segment in segments.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return segment;
            }

            await work;
        }
        finally
        {
            // A reader that stops early also cancels the work, and waits for that, as the work may still read the recording.
            await ending.CancelAsync();
            await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool Work(AudioClip clip, WhisperOptions options, ChannelWriter<TranscribedSegment> segments, CancellationToken cancellationToken)
    {
        try
        {
            using var run = new RunOptions();
            using var registration = cancellationToken.Register(() => run.Terminate = true);
            foreach (var segment in _transcriber.Transcribe(clip, options, run, cancellationToken))
            {
                segments.TryWrite(segment);
            }

            return true;
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            segments.Complete();
            _turns.Release();
        }
    }

    private void WarmUp(WindowDecoder windows, int bands)
    {
        using var run = new RunOptions();
        using var listening = new Listening(_encoder.Run(new float[bands * AudioFormat.WindowFrames], run));
        using var begun = windows.Begin(listening, [], _vocabulary.Languages.Keys.First(), run);
        using var next = _decoder.Step(listening, begun, _vocabulary.FirstTimestamp, run);
        using var speech = SpeechDetector.Start();
        speech.Judge(new float[ISpeechDetector.FrameLength]);
    }
}
