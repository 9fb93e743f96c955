namespace AzuSena.Faiss.Tests.Conformance;

public abstract partial class VectorIndexConformance
{
    [MetricTheory, BothMetrics]
    public void Search_NothingAllowed_FindsNothing(Metric metric)
    {
        var (index, _) = Filled(metric, 300);
        using (index)
        {
            index.Search(Query(), 5, []).Should().BeEmpty();
            index.Search(Query(), 5, [1, 2, 3]).Should().BeEmpty("none of them is held");
            index.SearchMany(Query(), 5, []).Should().ContainSingle().Which.Should().BeEmpty();
        }
    }

    [MetricTheory, BothMetrics]
    public void Search_FewAllowed_IsExactForEveryKind(Metric metric)
    {
        var (index, model) = Filled(metric, 1000);
        using (index)
        {
            var random = new Random(3);
            for (var seed = 0; seed < 20; seed++)
            {
                long[] allowed = [.. Enumerable.Range(0, 30).Select(_ => random.NextInt64(100, 1200)), -5];
                var found = index.Search(Query(seed), 10, allowed);
                ShouldFit(found, model, Query(seed), 10, allowed);
                if (Tolerance < 1e-3f)
                {
                    found.Select(match => match.Id).Should().Equal(model.Search(Query(seed), 10, allowed).Select(match => match.Id));
                }
            }
        }
    }

    [MetricTheory, BothMetrics]
    public void Search_IdAllowedTwice_IsFoundOnce(Metric metric)
    {
        var (index, _) = Filled(metric, 300);
        using (index)
        {
            index.Search(Query(), 10, [100, 100, 101, 100]).Should().HaveCount(2);
        }
    }

    [MetricTheory, BothMetrics]
    public void Search_AllowedAndRemoved_IsNotFound(Metric metric)
    {
        var (index, _) = Filled(metric, 300);
        using (index)
        {
            index.Remove([100, 101]);
            index.Search(Query(), 10, [100, 101, 102]).Should().ContainSingle().Which.Id.Should().Be(102);
        }
    }

    [Trait("Category", "Slow")]
    [MetricTheory, BothMetrics]
    public void Search_ManyVectors_ReachesTheRecall(Metric metric)
    {
        const int Many = 12_000;
        const int Wide = 32;
        using var index = CreateDefault(Wide, metric);
        var model = new NaiveIndex(metric);
        var vectors = VectorData.Clustered(new Random(11), Many, Wide, clusters: 300);
        index.Add(VectorData.Ids(Many), vectors);
        model.Add(VectorData.Ids(Many), vectors, Wide);
        float[][] queries = [.. VectorData.Clustered(new Random(12), 40, Wide, clusters: 300).Chunk(Wide)];

        Recall(index, model, queries).Should().BeGreaterThanOrEqualTo(MinimumRecall);

        long[] most = [.. VectorData.Ids(Many).Where(id => id % 5 != 0)];
        Recall(index, model, queries, most).Should().BeGreaterThanOrEqualTo(MinimumRecall, "most are allowed");
        long[] half = [.. VectorData.Ids(Many).Where(id => id % 2 == 0)];
        Recall(index, model, queries, half).Should().BeGreaterThanOrEqualTo(MinimumRecall, "half are allowed");

        foreach (var id in VectorData.Ids(Many).Where(id => id % 3 == 0))
        {
            index.Remove([id]).Should().Be(1);
            model.Vectors.Remove(id);
        }

        Recall(index, model, queries).Should().BeGreaterThanOrEqualTo(MinimumRecall, "a third was removed");
        index.TombstoneShare.Should().BeOneOf(0, 1 / 3.0);
    }

    /// <summary>The share of the ten nearest found, over searches one by one and all at once.</summary>
    private static double Recall(VectorIndex index, NaiveIndex model, float[][] queries, long[]? allowed = null)
    {
        var together = index.SearchMany([.. queries.SelectMany(query => query)], 10, allowed);
        var allowedSet = allowed?.ToHashSet();
        return queries.Zip(together).Average(pair =>
        {
            var nearest = model.Search(pair.First, 10, allowedSet).Select(match => match.Id).ToHashSet();
            var alone = index.Search(pair.First, 10, allowed);
            foreach (var match in alone.Concat(pair.Second))
            {
                model.Vectors.Should().ContainKey(match.Id);
                (allowedSet?.Contains(match.Id) ?? true).Should().BeTrue();
            }

            return (alone.Count(match => nearest.Contains(match.Id)) + pair.Second.Count(match => nearest.Contains(match.Id))) / 20.0;
        });
    }
}
