namespace AzuSena.Evaluation;

/// <summary>The metrics, each as defined in the literature.</summary>
internal static class Metrics
{
    /// <summary>Normalised discounted cumulative gain with one right passage: 1 / log2(1 + rank), 0 if it is not among the ranks considered.</summary>
    public static double Ndcg(int? rank) => rank is { } found ? 1 / Math.Log2(1 + found) : 0;

    /// <summary>Reciprocal rank, 0 if it is not found.</summary>
    public static double ReciprocalRank(int? rank) => rank is { } found ? 1.0 / found : 0;

    /// <summary>
    /// Area under the ROC curve: the chance that a positive scores above a negative, ties counting half (Mann–Whitney U over n·m).
    /// </summary>
    public static double Auc(IReadOnlyCollection<double> positives, IReadOnlyCollection<double> negatives) => AucOfSorted(
    [
        .. positives.Select(score => (score, true)).Concat(negatives.Select(score => (score, false))).OrderBy(pair => pair.Item1),
    ]);

    /// <summary>The same over scores in rising order; NaN if one of the classes is empty.</summary>
    public static double AucOfSorted((double Score, bool IsPositive)[] ranked)
    {
        var (rankSum, positives) = (0.0, 0);
        for (var start = 0; start < ranked.Length;)
        {
            var (end, found) = (start, 0);
            for (; end < ranked.Length && ranked[end].Score.Equals(ranked[start].Score); end++)
            {
                found += ranked[end].IsPositive ? 1 : 0;
            }

            rankSum += found * ((start + 1 + end) / 2.0);
            positives += found;
            start = end;
        }

        return (rankSum - (positives * (positives + 1) / 2.0)) / ((double)positives * (ranked.Length - positives));
    }

    /// <summary>The smallest value that at least <paramref name="share"/> of the values, of which there is at least one, do not exceed.</summary>
    public static double Quantile(IEnumerable<int> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
