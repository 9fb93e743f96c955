using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Features;
using AzuSena.Whisper.Speech;

namespace AzuSena.Whisper.Transcription;

/// <summary>Transcribes a recording window by window.</summary>
internal sealed class ClipTranscriber(IWindowRecognizer recognizer, ISpeechDetector detector)
{
    // A second of sound between two checks for cancellation.
    private const int DetectorStride = AudioFormat.SampleRate;

    // Seconds. A model may stop early in a window once or twice; afterwards the windows advance by at least the longer step, so that no sound is processed
    // repeatedly, however short the text is.
    private const double LeastStep = 1;
    private const double LongStep = 5;
    private const int MostShortSteps = 2;

    // Speech after the last timestamp of a window that was not transcribed: less is a breath, or an inexact timestamp. If the window cuts a sentence, its first
    // syllable already counts.
    private static readonly TimeSpan Unheard = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UnheardAtCut = TimeSpan.FromSeconds(0.2);

    /// <summary>The segments, yielded as each window is completed.</summary>
    public IEnumerable<TranscribedSegment> Transcribe(AudioClip clip, WhisperOptions options, CancellationToken cancellationToken)
    {
        var plan = new WindowPlan(Regions(clip, cancellationToken), clip.Samples.Length);
        var language = options.Language;
        var shortSteps = 0;
        for (var position = 0; plan.Next(position) is { } window;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var heard = recognizer.Recognize(clip.Samples[window.Start..window.End], language, options, cancellationToken);
            language ??= heard.Language;
            (var pieces, position) = Resume(heard.Pieces, window, plan, shortSteps < MostShortSteps ? LeastStep : LongStep);
            shortSteps = position < window.End && position - window.Start < LongStep * AudioFormat.SampleRate ? shortSteps + 1 : 0;
            foreach (var piece in pieces)
            {
                var segment = Place(piece, window, heard);
                if (!IsMadeUp(segment, plan))
                {
                    yield return segment;
                }
            }
        }
    }

    /// <summary>Detects the regions of speech.</summary>
    internal IReadOnlyList<SpeechRegion> Regions(AudioClip clip, CancellationToken cancellationToken)
    {
        using var activity = new SpeechActivity(detector);
        for (var start = 0; start < clip.Samples.Length; start += DetectorStride)
        {
            cancellationToken.ThrowIfCancellationRequested();
            activity.Add(clip.Samples.Span.Slice(start, Math.Min(DetectorStride, clip.Samples.Length - start)));
        }

        activity.Complete();
        return [.. activity.Regions];
    }

    /// <summary>
    /// The start of the next window: after this one, unless the model stopped before its end. A sentence that the window cuts is processed again as a whole.
    /// </summary>
    /// <param name="pieces">The pieces of the window's text.</param>
    /// <param name="window">The window.</param>
    /// <param name="plan">The regions of speech.</param>
    /// <param name="leastStep">The minimum distance to the next window, in seconds.</param>
    /// <returns>The pieces to keep, and the sample to continue from.</returns>
    internal static (IReadOnlyList<WindowPiece> Pieces, int Position) Resume(
        IReadOnlyList<WindowPiece> pieces, SpeechWindow window, WindowPlan plan, double leastStep)
    {
        if (pieces is [.., { End: null } cut] && !window.EndsInPause && cut.Start >= leastStep)
        {
            return ([.. pieces.SkipLast(1)], window.Start + (int)(cut.Start * AudioFormat.SampleRate));
        }

        if (pieces is [.., { End: { } end }])
        {
            var reached = window.Start + (int)(Math.Max(end, leastStep) * AudioFormat.SampleRate);
            if (reached < window.End && plan.SpeechBetween(Time(reached), Time(window.End)) > (window.EndsInPause ? Unheard : UnheardAtCut))
            {
                return (pieces, reached);
            }
        }

        return (pieces, window.End);
    }

    private static TranscribedSegment Place(WindowPiece piece, SpeechWindow window, RecognizedWindow heard)
    {
        var start = Time(window.Start) + TimeSpan.FromSeconds(piece.Start);
        var end = piece.End is { } seconds ? Time(window.Start) + TimeSpan.FromSeconds(seconds) : Time(window.End);
        var last = Time(window.End);
        return new TranscribedSegment(
            start < last ? start : last,
            end < last ? end : last,
            piece.Text,
            heard.Language,
            heard.AverageLogProbability,
            heard.NoSpeechProbability);
    }

    private static bool IsMadeUp(TranscribedSegment segment, WindowPlan plan) => Hallucinations.IsMadeUp(
        segment.Text,
        plan.SpeechBetween(segment.Start, segment.End),
        plan.CertaintyBetween(segment.Start, segment.End),
        segment.AverageLogProbability,
        segment.NoSpeechProbability);

    private static TimeSpan Time(int sample) => TimeSpan.FromSeconds((double)sample / AudioFormat.SampleRate);
}
