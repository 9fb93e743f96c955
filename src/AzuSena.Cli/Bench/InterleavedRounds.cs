namespace AzuSena.Cli.Bench;

/// <summary>Two sides that alternate at the same work; each side times its own turns.</summary>
internal sealed class InterleavedRounds
{
    private readonly List<(double Own, double Peer)> _rates = [];

    private InterleavedRounds()
    {
    }

    /// <summary>AzuSENA's speed divided by the peer's.</summary>
    public RoundRatios Ratios
    {
        get
        {
            double[] ratios = [.. _rates.Select(rate => rate.Own / rate.Peer)];
            return new RoundRatios(Quantile(ratios, 0.5), Quantile(ratios, 0.25), Quantile(ratios, 0.75));
        }
    }

    /// <summary>AzuSENA's median speed, in units of work per second.</summary>
    public double Own => Quantile(_rates.Select(rate => rate.Own), 0.5);

    /// <summary>The peer's median speed, in the same units.</summary>
    public double Peer => Quantile(_rates.Select(rate => rate.Peer), 0.5);

    /// <summary>Runs the rounds after an uncounted one, which warms up both sides and determines how much work fits a turn.</summary>
    /// <param name="rounds">The number of counted rounds.</param>
    /// <param name="turn">How long a turn of the slower side should take.</param>
    /// <param name="own">Does units of work from one on (<c>(first, count)</c>) and returns the seconds that they took.</param>
    /// <param name="peer">Does the same work.</param>
    public static InterleavedRounds Run(int rounds, TimeSpan turn, Func<int, int, double> own, Func<int, int, double> peer)
    {
        var count = Math.Min(UnitsIn(turn, own), UnitsIn(turn, peer));
        var result = new InterleavedRounds();
        for (var round = 0; round < rounds; round++)
        {
            var first = round * count;
            // The second side finds the caches as the first left them, so each is second in every other round.
            var peerSeconds = round % 2 == 0 ? 0 : peer(first, count);
            var ownSeconds = own(first, count);
            peerSeconds = round % 2 == 0 ? peer(first, count) : peerSeconds;
            result._rates.Add((count / ownSeconds, count / peerSeconds));
        }

        return result;
    }

    /// <summary>A quantile by linear interpolation between the values.</summary>
    internal static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    // Doubles the work until it fills a turn, which also lets the runtime compile hot code.
    private static int UnitsIn(TimeSpan turn, Func<int, int, double> side)
    {
        for (var count = 1; ; count *= 2)
        {
            var seconds = side(0, count);
            if (seconds >= turn.TotalSeconds)
            {
                return Math.Max(1, (int)(count * turn.TotalSeconds / seconds));
            }
        }
    }
}
