namespace AzuSena.Evaluation.Measures;

/// <summary>An order of outcomes that is found once, so that each resample of them is ordered without comparing.</summary>
internal sealed class Ranking
{
    private readonly int[] _order;
    private readonly int[] _counts;

    private Ranking(int[] order) => (_order, _counts) = (order, new int[order.Length]);

    /// <summary>The order, as the indices of the outcomes from the first to the last.</summary>
    public static Ranking Of(IEnumerable<int> order) => new([.. order]);

    /// <summary>The picks in this order; the same one may be among them more than once.</summary>
    public int[] Sort(int[] picks)
    {
        Array.Clear(_counts);
        foreach (var pick in picks)
        {
            _counts[pick]++;
        }

        var sorted = new int[picks.Length];
        var next = 0;
        foreach (var index in _order)
        {
            sorted.AsSpan(next, _counts[index]).Fill(index);
            next += _counts[index];
        }

        return sorted;
    }
}
