namespace AzuSena.Whisper.Features;

/// <summary>
/// Triangular filters that sum the bins of a spectrum into mel bands, on Slaney's scale and of equal area (M. Slaney, Auditory Toolbox, 1998;
/// <c>librosa.filters.mel</c>, from which the reference's <c>mel_filters.npz</c> was made).
/// </summary>
internal sealed class MelFilters
{
    private const double HertzForMel = 200.0 / 3;
    private const double LogFrom = 1000;
    private static readonly double LogStep = Math.Log(6.4) / 27;

    private readonly (int First, float[] Weights)[] _bands;

    /// <param name="bands">The number of bands: 80, or 128 for the large model's third version.</param>
    public MelFilters(int bands)
    {
        _bands = new (int, float[])[bands];
        var highest = ToMel(AudioFormat.SampleRate / 2.0);
        var edges = Enumerable.Range(0, bands + 2).Select(index => ToHertz(highest * index / (bands + 1))).ToArray();
        for (var band = 0; band < bands; band++)
        {
            _bands[band] = Triangle(edges[band], edges[band + 1], edges[band + 2]);
        }
    }

    /// <summary>The number of bands.</summary>
    public int Count => _bands.Length;

    /// <summary>The energy in a band.</summary>
    /// <param name="band">The index of the band.</param>
    /// <param name="power"><c>double[201]</c>, the squared magnitudes of the spectrum.</param>
    public double Apply(int band, ReadOnlySpan<double> power)
    {
        var (first, weights) = _bands[band];
        double sum = 0;
        for (var index = 0; index < weights.Length; index++)
        {
            sum += weights[index] * power[first + index];
        }

        return sum;
    }

    /// <summary>The weights of a band for all bins: <c>float[201]</c>.</summary>
    public float[] Row(int band)
    {
        var row = new float[AudioFormat.SpectrumLength];
        _bands[band].Weights.CopyTo(row, _bands[band].First);
        return row;
    }

    private static (int First, float[] Weights) Triangle(double left, double peak, double right)
    {
        const double BinWidth = (double)AudioFormat.SampleRate / AudioFormat.WindowLength;
        var area = 2 / (right - left);
        var weights = Enumerable.Range(0, AudioFormat.SpectrumLength)
            .Select(bin => (float)(area * Math.Max(0, Math.Min(((bin * BinWidth) - left) / (peak - left), (right - (bin * BinWidth)) / (right - peak)))))
            .ToArray();
        var first = Array.FindIndex(weights, weight => weight > 0);
        return first < 0 ? (0, []) : (first, weights[first..(Array.FindLastIndex(weights, weight => weight > 0) + 1)]);
    }

    private static double ToMel(double hertz) => hertz < LogFrom ? hertz / HertzForMel : (LogFrom / HertzForMel) + (Math.Log(hertz / LogFrom) / LogStep);

    private static double ToHertz(double mel) =>
        mel < LogFrom / HertzForMel ? mel * HertzForMel : LogFrom * Math.Exp(LogStep * (mel - (LogFrom / HertzForMel)));
}
