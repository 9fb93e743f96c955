namespace AzuSena.Faiss.Tests.Conformance;

/// <summary>The model: a dictionary, and a search that sorts everything.</summary>
internal sealed class NaiveIndex(Metric metric)
{
    public SortedDictionary<long, float[]> Vectors { get; } = [];

    public void Add(IEnumerable<long> ids, float[] vectors, int dimension)
    {
        foreach (var (id, vector) in ids.Zip(vectors.Chunk(dimension)))
        {
            Vectors.Add(id, vector);
        }
    }

    public List<VectorMatch> Search(float[] query, int k, IReadOnlyCollection<long>? allowed = null)
    {
        var held = allowed is null ? Vectors : allowed.Distinct().Where(Vectors.ContainsKey).Select(id => KeyValuePair.Create(id, Vectors[id]));
        var matches = held.Select(pair => new VectorMatch(pair.Key, Score(query, pair.Value)));
        return (metric == Metric.L2 ? matches.OrderBy(match => match.Score) : matches.OrderByDescending(match => match.Score)).Take(k).ToList();
    }

    public float Score(float[] left, float[] right)
    {
        var score = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            score += metric == Metric.L2 ? Math.Pow(left[i] - right[i], 2) : left[i] * right[i];
        }

        return (float)score;
    }
}
