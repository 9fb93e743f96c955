using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Speech;

/// <summary>Detects the beginning and end of speech in sound as it arrives. Not safe for concurrent use.</summary>
public sealed class SpeechActivity : IDisposable
{
    private readonly ISpeechTracker _tracker;
    private readonly SpeechOptions _options;
    private readonly float[] _frame = new float[ISpeechDetector.FrameLength];
    private readonly long _leastPause;
    private readonly long _leastSpeech;
    private readonly List<float> _probabilities = [];
    private int _filled;
    private long _position;
    private long? _start;
    private long? _pause;

    /// <param name="detector">Detects speech; the caller disposes it.</param>
    /// <param name="options">
    /// When sound counts as speech; for a live conversation <see cref="SpeechOptions.LeastPause"/> is the silence after which it has ended, such as a second.
    /// Null for the defaults.
    /// </param>
    public SpeechActivity(ISpeechDetector detector, SpeechOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(detector);
        _options = options ?? new SpeechOptions();
        _leastPause = Samples(_options.LeastPause);
        _leastSpeech = Samples(_options.LeastSpeech);
        _tracker = detector.Start();
    }

    /// <summary>Whether there was speech longer than a click.</summary>
    public bool HasBegun => Regions.Count > 0 || IsSpeaking;

    /// <summary>Whether there is speech now, including short pauses.</summary>
    public bool IsSpeaking => _start is { } start && (_pause ?? _position) - start >= _leastSpeech;

    /// <summary>Whether there was speech, followed by silence of <see cref="SpeechOptions.LeastPause"/>.</summary>
    public bool HasEnded => Regions.Count > 0 && _start is null;

    /// <summary>The completed regions of speech, in order.</summary>
    public IList<SpeechRegion> Regions { get; } = [];

    /// <summary>Processes the next samples, of any number.</summary>
    /// <param name="samples">Mono, 16 kHz, −1 to 1.</param>
    public void Add(ReadOnlySpan<float> samples)
    {
        while (samples.Length > 0)
        {
            var taken = Math.Min(samples.Length, _frame.Length - _filled);
            samples[..taken].CopyTo(_frame.AsSpan(_filled));
            _filled += taken;
            samples = samples[taken..];
            if (_filled == _frame.Length)
            {
                Judge();
            }
        }
    }

    /// <summary>Ends the recording, and with it the current region.</summary>
    public void Complete()
    {
        var heard = _position + _filled;
        if (_filled > 0)
        {
            _frame.AsSpan(_filled).Clear();
            Judge();
        }

        if (_start is not null)
        {
            // The last frame was padded: its end is beyond the sound.
            End(Math.Min(_pause ?? _position, heard));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _tracker.Dispose();

    private void Judge()
    {
        var probability = _tracker.Judge(_frame);
        _filled = 0;
        if (_start is null && probability >= _options.Threshold)
        {
            (_start, _pause) = (_position, null);
            _probabilities.Clear();
        }
        else if (_start is not null && probability < _options.EndThreshold)
        {
            _pause ??= _position;
        }
        else if (probability >= _options.Threshold)
        {
            _pause = null;
        }

        _position += _frame.Length;
        if (_start is not null)
        {
            _probabilities.Add(probability);
            if (_pause is { } pause && _position - pause >= _leastPause)
            {
                End(pause);
            }
        }
    }

    private void End(long end)
    {
        if (end - _start!.Value >= _leastSpeech)
        {
            Regions.Add(new SpeechRegion(_start.Value, end, _probabilities.Take((int)((end - _start.Value) / _frame.Length)).Average()));
        }

        (_start, _pause) = (null, null);
    }

    private static long Samples(TimeSpan time) => (long)(time.TotalSeconds * AudioClip.SampleRate);
}
