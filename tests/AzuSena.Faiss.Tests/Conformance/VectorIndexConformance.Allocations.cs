namespace AzuSena.Faiss.Tests.Conformance;

public abstract partial class VectorIndexConformance
{
    [MetricTheory, BothMetrics]
    public void Search_AfterTheFirst_AllocatesTheResultAlone(Metric metric)
    {
        // Enough for a filter of half of them not to be answered one by one.
        const int Many = 10_000;
        var (index, _) = Filled(metric, Many);
        using (index)
        {
            index.Remove([100, 103]);
            var query = Query();
            long[] some = [.. VectorData.Ids(20, 200)];
            var half = VectorData.Ids(Many, 100).Where(id => id % 2 == 0).ToHashSet();
            var result = AllocatedBy(() => new VectorMatch[10]);

            AllocatedBy(() => index.Search(query, 10)).Should().Be(result);
            AllocatedBy(() => index.Search(query, 10, some)).Should().Be(result);
            AllocatedBy(() => index.Search(query, 10, half)).Should().Be(result);
        }
    }

    // The least of several runs: the first fills the pools, and a collection in between may empty them.
    private static long AllocatedBy(Func<VectorMatch[]> search)
    {
        var least = long.MaxValue;
        for (var run = 0; run < 20; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var found = search();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            found.Should().HaveCount(10);
        }

        return least;
    }
}
