namespace AzuSena.Faiss.Tests.Conformance;

public abstract partial class VectorIndexConformance
{
    private const int Readers = 4;

    [Trait("Category", "Slow")]
    [MetricTheory, BothMetrics]
    public async Task Search_WhileAnotherThreadWrites_SeesWholeChanges(Metric metric)
    {
        const int Batch = 10;
        using var index = Create(Dimension, metric);
        var finished = 0;
        using var started = new CountdownEvent(Readers);
        var readers = Enumerable.Range(0, Readers).Select(seed => Task.Run(() =>
        {
            index.Search(Query(seed), 5);
            started.Signal();
            while (Volatile.Read(ref finished) == 0)
            {
                (index.Count % Batch).Should().Be(0, "an Add is seen whole");
                var found = index.Search(Query(seed), 5);
                found.Should().NotContain(match => match.Id < 0 || match.Id >= 3000 || !float.IsFinite(match.Score));
                index.SearchMany([.. Query(seed), .. Query(seed + 1)], 3, [1, 2, 3]).Should().HaveCount(2);
                index.Reconstruct(found.FirstOrDefault().Id)?.Length.Should().Be(Dimension);
            }
        })).ToArray();

        started.Wait();
        try
        {
            for (var id = 0; id < 3000; id += Batch)
            {
                index.Add(VectorData.Ids(Batch, id), VectorData.Uniform(new Random(id), Batch, Dimension));
                if (id % 50 == 40)
                {
                    index.Remove(VectorData.Ids(Batch, id - 20));
                }
            }
        }
        finally
        {
            Volatile.Write(ref finished, 1);
        }

        await Task.WhenAll(readers);
        index.Count.Should().Be(2400);
    }

    [MetricTheory, BothMetrics]
    public async Task Dispose_WhileOthersSearch_EndsThemWithObjectDisposed(Metric metric)
    {
        var (index, _) = Filled(metric, 1000);
        using var searching = new CountdownEvent(Readers);
        var readers = Enumerable.Range(0, Readers).Select(seed => Task.Run(() =>
        {
            index.Search(Query(seed), 10);
            searching.Signal();
            while (true)
            {
                index.Search(Query(seed), 10).Should().NotBeEmpty();
                index.SearchMany([.. Query(seed), .. Query(seed)], 10).Should().HaveCount(2);
            }
        })).ToArray();

        searching.Wait();
        Parallel.For(0, 8, _ => index.Dispose());
        foreach (var reader in readers)
        {
            await FluentActions.Awaiting(() => reader).Should().ThrowAsync<ObjectDisposedException>();
        }
    }

    [MetricTheory, BothMetrics]
    public void Members_OfADisposedIndex_SaySo(Metric metric)
    {
        var (index, _) = Filled(metric, 300);
        index.Dispose();
        index.Dispose();

        Action[] members =
        [
            () => _ = index.Count,
            () => _ = index.TombstoneShare,
            () => _ = index.MemoryBytes,
            () => index.Contains(100),
            () => index.Add([1], Query()),
            () => index.Remove([100]),
            () => index.Search(Query(), 1),
            () => index.SearchMany(Query(), 1),
            () => index.Reconstruct(100),
            () => index.Save(_folder.Combine("index")),
        ];
        members.Should().AllSatisfy(member => member.Should().Throw<ObjectDisposedException>());
        index.Kind.Should().Be(Kind);
        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }
}
