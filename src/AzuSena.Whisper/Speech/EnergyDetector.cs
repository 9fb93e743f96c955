using System.Numerics.Tensors;

namespace AzuSena.Whisper.Speech;

/// <summary>
/// Detects speech by energy, without a network: speech rises well above the background level and falls back to it several times a second, unlike silence and
/// steady noise.
/// </summary>
public sealed class EnergyDetector : ISpeechDetector
{
    /// <inheritdoc/>
    public ISpeechTracker Start() => new Tracker();

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing to dispose.
    }

    private sealed class Tracker : ISpeechTracker
    {
        // Half the amplitude of one step of 8-bit sound: below it nothing was recorded.
        private const double SilenceDecibels = -54;
        private const double RiseDecibels = 9;

        // Three seconds: any speaker pauses for breath in that time.
        private const int FloorFrames = 94;

        private readonly Queue<double> _levels = new();

        public float Judge(ReadOnlySpan<float> frame)
        {
            var level = 10 * Math.Log10((TensorPrimitives.SumOfSquares(frame) / frame.Length) + 1e-12);
            _levels.Enqueue(level);
            if (_levels.Count > FloorFrames)
            {
                _levels.Dequeue();
            }

            var rise = level - Math.Max(_levels.Min(), SilenceDecibels - RiseDecibels);
            return level < SilenceDecibels ? 0 : (float)(1 / (1 + Math.Exp((RiseDecibels - rise) / 2)));
        }

        public void Dispose()
        {
            // Nothing to dispose.
        }
    }
}
