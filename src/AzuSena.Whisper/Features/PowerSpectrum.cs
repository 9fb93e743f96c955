namespace AzuSena.Whisper.Features;

/// <summary>
/// The squared magnitudes of the Fourier transform of 400 real samples under a Hann window. The samples are treated as 200 complex numbers and transformed by
/// mixed radix (2·2·2·5·5, Stockham's order, so there is no permutation). Not safe for concurrent use.
/// </summary>
internal sealed class PowerSpectrum
{
    private const int Length = AudioFormat.WindowLength;
    private const int Half = Length / 2;

    private static readonly int[] Radices = [5, 5, 2, 2, 2];
    private static readonly double[] Window = [.. Enumerable.Range(0, Length).Select(index => 0.5 - (0.5 * Math.Cos(2 * Math.PI * index / Length)))];
    private static readonly double[] Cosines = [.. Enumerable.Range(0, Length).Select(index => Math.Cos(2 * Math.PI * index / Length))];
    private static readonly double[] Sines = [.. Enumerable.Range(0, Length).Select(index => -Math.Sin(2 * Math.PI * index / Length))];

    private double[] _real = new double[Half];
    private double[] _imaginary = new double[Half];
    private double[] _nextReal = new double[Half];
    private double[] _nextImaginary = new double[Half];

    /// <summary>Transforms one window.</summary>
    /// <param name="samples"><c>float[400]</c>.</param>
    /// <param name="power"><c>double[201]</c>; the output.</param>
    public void Compute(ReadOnlySpan<float> samples, Span<double> power)
    {
        for (var index = 0; index < Half; index++)
        {
            _real[index] = samples[2 * index] * Window[2 * index];
            _imaginary[index] = samples[(2 * index) + 1] * Window[(2 * index) + 1];
        }

        var stride = 1;
        var length = Half;
        foreach (var radix in Radices)
        {
            length /= radix;
            if (radix == 2)
            {
                Pairs(length, stride);
            }
            else
            {
                Fives(length, stride);
            }

            (_real, _nextReal) = (_nextReal, _real);
            (_imaginary, _nextImaginary) = (_nextImaginary, _imaginary);
            stride *= radix;
        }

        Separate(power);
    }

    private void Pairs(int length, int stride)
    {
        for (var block = 0; block < length; block++)
        {
            var (cosine, sine) = Twiddle(block * stride);
            for (var offset = 0; offset < stride; offset++)
            {
                var first = (block * stride) + offset;
                var second = first + (length * stride);
                var target = (2 * block * stride) + offset;
                _nextReal[target] = _real[first] + _real[second];
                _nextImaginary[target] = _imaginary[first] + _imaginary[second];
                var (real, imaginary) = (_real[first] - _real[second], _imaginary[first] - _imaginary[second]);
                _nextReal[target + stride] = (real * cosine) - (imaginary * sine);
                _nextImaginary[target + stride] = (real * sine) + (imaginary * cosine);
            }
        }
    }

    private void Fives(int length, int stride)
    {
        for (var block = 0; block < length; block++)
        {
            for (var offset = 0; offset < stride; offset++)
            {
                for (var output = 0; output < 5; output++)
                {
                    double real = 0;
                    double imaginary = 0;
                    for (var input = 0; input < 5; input++)
                    {
                        var source = ((block + (length * input)) * stride) + offset;
                        var (c, s) = Twiddle(Half / 5 * (input * output % 5));
                        real += (_real[source] * c) - (_imaginary[source] * s);
                        imaginary += (_real[source] * s) + (_imaginary[source] * c);
                    }

                    var (cosine, sine) = Twiddle(block * output * stride);
                    var target = (((5 * block) + output) * stride) + offset;
                    _nextReal[target] = (real * cosine) - (imaginary * sine);
                    _nextImaginary[target] = (real * sine) + (imaginary * cosine);
                }
            }
        }
    }

    // Even samples were the real parts and odd ones the imaginary parts: the two spectra are separated by symmetry.
    private void Separate(Span<double> power)
    {
        for (var bin = 0; bin <= Half; bin++)
        {
            var (own, mirrored) = (bin % Half, (Half - bin) % Half);
            var evenReal = (_real[own] + _real[mirrored]) / 2;
            var evenImaginary = (_imaginary[own] - _imaginary[mirrored]) / 2;
            var oddReal = (_imaginary[own] + _imaginary[mirrored]) / 2;
            var oddImaginary = (_real[mirrored] - _real[own]) / 2;
            var (cosine, sine) = (Cosines[bin], Sines[bin]);
            var real = evenReal + (oddReal * cosine) - (oddImaginary * sine);
            var imaginary = evenImaginary + (oddReal * sine) + (oddImaginary * cosine);
            power[bin] = (real * real) + (imaginary * imaginary);
        }
    }

    private static (double Cosine, double Sine) Twiddle(int power) => (Cosines[2 * power % Length], Sines[2 * power % Length]);
}
