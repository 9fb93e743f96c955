using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace AzuSena.Whisper.Audio;

/// <summary>
/// Resamples sound to 16 kHz in chunks, by band-limited interpolation: each sample is the dot product of the samples around its instant and a sinc under a
/// Kaiser window (J. O. Smith, "Digital Audio Resampling", ccrma.stanford.edu/~jos/resample). Frequencies above the lower of both Nyquist frequencies are
/// attenuated by 80 dB, so that nothing is aliased into speech. There is no delay: instant 0 stays at sample 0. Not safe for concurrent use.
/// </summary>
public sealed class Resampler
{
    private readonly SincTable? _table;
    private readonly long _step;
    private readonly long _unit;
    private float[] _held;
    private int _count;
    private long _place;
    private long _written;
    private long _taken;

    /// <summary>Creates a resampler for one recording.</summary>
    /// <param name="sampleRate">The input rate, Hz.</param>
    public Resampler(int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, WavFormat.MinSampleRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, WavFormat.MaxSampleRate);
        var common = (long)BigInteger.GreatestCommonDivisor(sampleRate, AudioClip.SampleRate);
        (_step, _unit) = (sampleRate / common, AudioClip.SampleRate / common);
        if (_step == _unit)
        {
            _held = [];
            return;
        }

        // Silence before the first sample, so that the first instant has a full window.
        _table = new SincTable(_step, _unit);
        _held = new float[_table.Taps * 4];
        _count = _table.Before;
    }

    /// <summary>Processes the next samples and writes the output samples that are complete.</summary>
    /// <param name="input">Samples at the input rate.</param>
    /// <param name="output">Receives samples at 16 kHz.</param>
    public void Write(ReadOnlySpan<float> input, IBufferWriter<float> output)
    {
        _taken += input.Length;
        if (_table is null)
        {
            output.Write(input);
            return;
        }

        Append(input);
        Emit(_table, output, long.MaxValue);
    }

    /// <summary>Writes the remaining samples at the end of the input.</summary>
    /// <param name="output">Receives samples at 16 kHz.</param>
    public void Complete(IBufferWriter<float> output)
    {
        if (_table is not null)
        {
            Append(new float[_table.Taps]);
            Emit(_table, output, ((_taken * _unit) + _step - 1) / _step);
        }
    }

    private void Append(ReadOnlySpan<float> input)
    {
        if (_count + input.Length > _held.Length)
        {
            Array.Resize(ref _held, Math.Max(_held.Length * 2, _count + input.Length));
        }

        input.CopyTo(_held.AsSpan(_count));
        _count += input.Length;
    }

    // _place is the instant of the next output sample in units of 1/_unit of an input sample, counted from the first buffered one.
    private void Emit(SincTable table, IBufferWriter<float> output, long end)
    {
        while (_written < end && (_place / _unit) + table.Taps <= _count)
        {
            var start = (int)(_place / _unit);
            output.GetSpan(1)[0] = table.Interpolate(_held.AsSpan(start, table.Taps), _place % _unit);
            output.Advance(1);
            _written++;
            _place += _step;
        }

        var spent = (int)Math.Min(_place / _unit, _count);
        _held.AsSpan(spent, _count - spent).CopyTo(_held);
        _count -= spent;
        _place -= spent * _unit;
    }

    /// <summary>The window's weights for each position that an instant can have between two samples.</summary>
    private sealed class SincTable
    {
        private const int ZeroCrossings = 48;
        private const int MaxPhases = 512;

        // 80 dB (Kaiser's β for that attenuation), and half the width of the transition as a fraction of the Nyquist frequency.
        private const double Beta = 7.857;
        private const double HalfTransition = 0.0525;

        private readonly float[][] _phases;
        private readonly long _unit;
        private readonly bool _isExact;

        public SincTable(long step, long unit)
        {
            _unit = unit;
            var lower = Math.Min(1.0, (double)unit / step);
            var halfWidth = ZeroCrossings / lower;
            Before = (int)Math.Ceiling(halfWidth) - 1;
            Taps = 2 * (int)Math.Ceiling(halfWidth);
            _isExact = unit <= MaxPhases;
            var count = _isExact ? (int)unit : MaxPhases;
            _phases = [.. Enumerable.Range(0, count + 1).Select(phase => Weights((double)phase / count, lower * (1 - HalfTransition), halfWidth))];
        }

        /// <summary>The number of samples in a dot product.</summary>
        public int Taps { get; }

        /// <summary>The number of them before the instant's own.</summary>
        public int Before { get; }

        // Rates without a common divisor have too many positions for a table; the weights are almost linear between two neighbours.
        public float Interpolate(ReadOnlySpan<float> samples, long place)
        {
            if (_isExact)
            {
                return TensorPrimitives.Dot(samples, _phases[place]);
            }

            var exact = (double)place * MaxPhases / _unit;
            var phase = (int)exact;
            var low = TensorPrimitives.Dot(samples, _phases[phase]);
            return low + ((float)(exact - phase) * (TensorPrimitives.Dot(samples, _phases[phase + 1]) - low));
        }

        private float[] Weights(double fraction, double cutoff, double halfWidth)
        {
            var weights = Enumerable.Range(0, Taps).Select(tap => Weight(tap - Before - fraction, cutoff, halfWidth)).ToArray();

            // Each position passes a constant unchanged; otherwise the positions would differ by a ripple that is audible as a tone.
            var sum = weights.Sum();
            return [.. weights.Select(weight => (float)(weight / sum))];
        }

        private static double Weight(double distance, double cutoff, double halfWidth)
        {
            var at = distance / halfWidth;
            if (Math.Abs(at) >= 1)
            {
                return 0;
            }

            var x = Math.PI * cutoff * distance;
            return (Math.Abs(x) < 1e-9 ? 1 : Math.Sin(x) / x) * BesselI0(Beta * Math.Sqrt(1 - (at * at)));
        }

        // The series of the modified Bessel function of order zero.
        private static double BesselI0(double x)
        {
            var (sum, term) = (1.0, 1.0);
            for (var k = 1; term > sum * 1e-12; k++)
            {
                term *= x * x / (4.0 * k * k);
                sum += term;
            }

            return sum;
        }
    }
}
