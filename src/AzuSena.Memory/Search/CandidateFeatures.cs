namespace AzuSena.Memory.Search;

/// <summary>BM25 over features of any kind, with idf counted over the given candidates.</summary>
internal sealed class CandidateFeatures(int candidates, int features)
{
    private readonly int[] _counts = new int[candidates * features];
    private readonly int[] _lengths = new int[candidates];

    /// <summary>How often each feature occurs in a candidate of this length; filled by the caller.</summary>
    public Span<int> Of(int candidate, int length)
    {
        _lengths[candidate] = length;
        return _counts.AsSpan(candidate * features, features);
    }

    /// <summary>The score of each candidate.</summary>
    public double[] Scores()
    {
        var idf = new double[features];
        for (var feature = 0; feature < features; feature++)
        {
            var spread = 0;
            for (var candidate = 0; candidate < candidates; candidate++)
            {
                spread += _counts[(candidate * features) + feature] > 0 ? 1 : 0;
            }

            idf[feature] = Bm25.Idf(candidates, spread);
        }

        var averageLength = Math.Max(1, _lengths.Average());
        var scores = new double[candidates];
        for (var candidate = 0; candidate < candidates; candidate++)
        {
            for (var feature = 0; feature < features; feature++)
            {
                scores[candidate] += Bm25.Weight(idf[feature], _counts[(candidate * features) + feature], _lengths[candidate], averageLength);
            }
        }

        return scores;
    }
}
