using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Network;
using AzuSena.Whisper.Speech;
using AzuSena.Whisper.Transcription;

namespace AzuSena.Whisper;

/// <summary>A loaded and warmed-up Whisper model (Radford et al., 2022). Safe for concurrent use.</summary>
public sealed class WhisperModel : IDisposable
{
    private readonly WhisperModelOptions _options;
    private readonly IWindowRecognizer _recognizer;
    private readonly HashSet<string> _languages;
    private readonly ClipTranscriber _transcriber;
    private readonly SemaphoreSlim _turns;
    private readonly CancellationTokenSource _closing = new();
    private bool _isDisposed;

    private WhisperModel(string name, Func<IWindowRecognizer> open, WhisperModelOptions options)
    {
        _options = options;
        _turns = new SemaphoreSlim(options.MaxConcurrent);
        Name = name;
        SpeechDetector = options.SpeechDetector is { } path ? new SileroDetector(path) : new EnergyDetector();
        try
        {
            _recognizer = open();
            _languages = [.. _recognizer.Languages];
            _transcriber = new ClipTranscriber(_recognizer, SpeechDetector);
            WarmUp();
        }
        catch
        {
            SpeechDetector.Dispose();
            _recognizer?.Dispose();
            throw;
        }
    }

    /// <summary>The name of its folder or file, such as <c>whisper-base</c>.</summary>
    public string Name { get; }

    /// <summary>Codes of the supported languages.</summary>
    public IReadOnlyCollection<string> Languages => _languages;

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
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return Load(name, chosen => new OnnxRecognizer(folder, chosen.Threads), options);
    }

    /// <summary>Loads a model on networks of another kind, and runs it once.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="open">Opens the networks; the model disposes them.</param>
    /// <param name="options">The loading options; null for the defaults.</param>
    /// <exception cref="WhisperException">The networks cannot be opened; the message says why.</exception>
    public static WhisperModel Load(string name, Func<WhisperModelOptions, IWindowRecognizer> open, WhisperModelOptions? options = null)
    {
        var chosen = options ?? new WhisperModelOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen.Threads, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen.MaxConcurrent, 1, nameof(options));

        // The networks' threads are started here, and inherit the priority of this thread.
        return WorkThread.RunAsync(chosen.LowPriority, () => new WhisperModel(name, () => open(chosen), chosen)).GetAwaiter().GetResult();
    }

    /// <summary>Transcribes a recording; segments are yielded as soon as they are complete. There are none without speech.</summary>
    /// <param name="clip">The recording.</param>
    /// <param name="options">The transcription options; null for <see cref="WhisperOptions.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the transcription, also while it waits for its turn.</param>
    /// <exception cref="ArgumentException">The language is not in <see cref="Languages"/>, or a sample is not a number.</exception>
    public IAsyncEnumerable<TranscribedSegment> TranscribeAsync(AudioClip clip, WhisperOptions? options = null, CancellationToken cancellationToken = default)
    {
        var chosen = options ?? WhisperOptions.Default;
        if (chosen.Language is { } language && !_languages.Contains(language))
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
        _recognizer.Dispose();
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
            foreach (var segment in _transcriber.Transcribe(clip, options, cancellationToken))
            {
                segments.TryWrite(segment);
            }

            return true;
        }
        finally
        {
            segments.Complete();
            _turns.Release();
        }
    }

    private void WarmUp()
    {
        _recognizer.WarmUp();
        using var speech = SpeechDetector.Start();
        speech.Judge(new float[ISpeechDetector.FrameLength]);
    }
}
