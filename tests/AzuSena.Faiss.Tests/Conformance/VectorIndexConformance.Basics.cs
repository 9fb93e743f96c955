namespace AzuSena.Faiss.Tests.Conformance;

public abstract partial class VectorIndexConformance
{
    [MetricTheory, BothMetrics]
    public void Kind_NamesItself(Metric metric)
    {
        using var index = Create(Dimension, metric);
        index.Kind.Should().Be(Kind);
        index.Metric.Should().Be(metric);
        index.Dimension.Should().Be(Dimension);
    }

    [MetricTheory, BothMetrics]
    public void Search_EmptyIndex_FindsNothing(Metric metric)
    {
        using var index = Create(Dimension, metric);
        index.Count.Should().Be(0);
        index.Search(Query(), 5).Should().BeEmpty();
        index.SearchMany(new float[3 * Dimension], 5).Should().HaveCount(3).And.OnlyContain(matches => matches.Length == 0);
        index.SearchMany([], 5).Should().BeEmpty();
        index.Remove([1, 2]).Should().Be(0);
        index.Reconstruct(1).Should().BeNull();
    }

    [MetricTheory, BothMetrics]
    public void Search_OneVector_FindsIt(Metric metric)
    {
        using var index = Create(Dimension, metric);
        index.Add([long.MinValue], Query());
        index.Search(Query(), 1).Should().ContainSingle().Which.Id.Should().Be(long.MinValue);
    }

    [MetricTheory, BothMetrics]
    public void Search_SomeVectors_FitsNaiveSearch(Metric metric)
    {
        foreach (var count in (int[])[3, 30, 300, 1000])
        {
            var (index, model) = Filled(metric, count);
            using (index)
            {
                for (var seed = 0; seed < 20; seed++)
                {
                    ShouldFit(index.Search(Query(seed), 10), model, Query(seed), 10);
                }
            }
        }
    }

    [MetricTheory, BothMetrics]
    public void SearchMany_FindsWhatSearchFinds(Metric metric)
    {
        var (index, model) = Filled(metric, 500);
        using (index)
        {
            var queries = Enumerable.Range(0, 64).Select(Query).ToArray();
            var found = index.SearchMany([.. queries.SelectMany(query => query)], 7);
            found.Should().HaveCount(queries.Length);
            for (var i = 0; i < queries.Length; i++)
            {
                ShouldFit(found[i], model, queries[i], 7);
                found[i].Zip(index.Search(queries[i], 7)).Should().NotContain(pair => !Near(pair.First.Score, pair.Second.Score));
            }
        }
    }

    [MetricTheory, BothMetrics]
    public void Search_MoreThanHeld_FindsThoseHeld(Metric metric)
    {
        var (index, model) = Filled(metric, 20);
        using (index)
        {
            ShouldFit(index.Search(Query(), int.MaxValue), model, Query(), int.MaxValue);
            index.Search(Query(), 21).Length.Should().BeInRange(1, 20);
        }
    }

    [MetricTheory, BothMetrics]
    public void Search_KBelowOne_IsRefused(Metric metric)
    {
        var (index, _) = Filled(metric, 5);
        using (index)
        {
            foreach (var k in (int[])[0, -1, int.MinValue])
            {
                index.Invoking(i => i.Search(Query(), k)).Should().Throw<ArgumentOutOfRangeException>();
                index.Invoking(i => i.SearchMany(Query(), k)).Should().Throw<ArgumentOutOfRangeException>();
            }
        }
    }

    [MetricTheory, BothMetrics]
    public void Vectors_OfWrongDimension_AreRefused(Metric metric)
    {
        var (index, model) = Filled(metric, 5);
        using (index)
        {
            foreach (var length in (int[])[0, 1, Dimension - 1, Dimension + 1, 2 * Dimension])
            {
                index.Invoking(i => i.Search(new float[length], 1)).Should().Throw<ArgumentException>();
                index.Invoking(i => i.Add([1], new float[length])).Should().Throw<ArgumentException>();
            }

            index.Invoking(i => i.SearchMany(new float[Dimension + 1], 1)).Should().Throw<ArgumentException>();
            index.Invoking(i => i.Add([], new float[Dimension])).Should().Throw<ArgumentException>();
            index.Add([], []);
            index.Count.Should().Be(5);
            ShouldFit(index.Search(Query(), 5), model, Query(), 5);
        }
    }

    [MetricTheory, BothMetrics]
    public void Vectors_ThatCannotBeOrdered_AreRefused(Metric metric)
    {
        var (index, _) = Filled(metric, 5);
        using (index)
        {
            foreach (var component in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue])
            {
                var vector = Query();
                vector[^1] = component;
                index.Invoking(i => i.Search(vector, 1)).Should().Throw<ArgumentException>();
                index.Invoking(i => i.SearchMany([.. Query(), .. vector], 1)).Should().Throw<ArgumentException>();
                index.Invoking(i => i.Add([1, 2], [.. Query(), .. vector])).Should().Throw<ArgumentException>();
            }

            index.Count.Should().Be(5);
            index.Contains(1).Should().BeFalse();
        }
    }

    [MetricTheory, BothMetrics]
    public void Vectors_OfGreatestLength_AreFound(Metric metric)
    {
        using var index = Create(Dimension, metric);
        var longest = new float[Dimension];
        longest[0] = MathF.Sqrt(VectorGuard.LargestSquaredNorm) * 0.999f;
        float[] opposite = [.. longest.Select(component => -component)];
        index.Add([1, 2, 3], [.. longest, .. opposite, .. new float[Dimension]]);
        index.Search(longest, 3).Should().NotBeEmpty().And.OnlyContain(match => float.IsFinite(match.Score));
        index.Search(longest, 3)[0].Id.Should().Be(1);
    }

    [MetricTheory, BothMetrics]
    public void Add_IdHeldOrGivenTwice_ChangesNothing(Metric metric)
    {
        var (index, model) = Filled(metric, 300);
        using (index)
        {
            index.Remove([100, 105, 399]);
            model.Vectors.Remove(100);
            model.Vectors.Remove(105);
            model.Vectors.Remove(399);
            var vectors = VectorData.Uniform(new Random(5), 5, Dimension);
            index.Invoking(i => i.Add([1, 2, 3, 4, 101], vectors)).Should().Throw<ArgumentException>().WithMessage("*101*");
            index.Invoking(i => i.Add([1, 2, 3, 4, 1], vectors)).Should().Throw<ArgumentException>().WithMessage("*twice*");
            index.Count.Should().Be(297);
            index.Contains(1).Should().BeFalse();
            index.Add([1, 2, 3, 4, 5], vectors);
            model.Add([1, 2, 3, 4, 5], vectors, Dimension);
            ShouldFit(index.Search(Query(), 302), model, Query(), 302);
        }
    }

    [MetricTheory, BothMetrics]
    public void Add_SameVectorManyTimes_FindsAll(Metric metric)
    {
        using var index = Create(Dimension, metric);
        foreach (var id in Enumerable.Range(0, 600))
        {
            index.Add([id], Query());
        }

        index.Search(Query(), 50).Should().HaveCount(50).And.OnlyHaveUniqueItems(match => match.Id);
    }

    [MetricTheory, BothMetrics]
    public void Remove_ThenAddAgain_HoldsTheNewVector(Metric metric)
    {
        var (index, model) = Filled(metric, 300);
        using (index)
        {
            index.Remove([150, 150, 151, 7]).Should().Be(2);
            index.Contains(150).Should().BeFalse();
            index.Reconstruct(150).Should().BeNull();
            index.Count.Should().Be(298);
            index.Search(Query(), 300).Should().NotContain(match => match.Id == 150);

            index.Add([150], Query());
            model.Vectors[150] = Query();
            model.Vectors.Remove(151);
            ShouldFit(index.Search(Query(), 5), model, Query(), 5);
            index.Search(Query(), 300, [150]).Should().ContainSingle();
        }
    }

    [MetricTheory, BothMetrics]
    public void Remove_All_LeavesAnIndexThatWorks(Metric metric)
    {
        var (index, _) = Filled(metric, 300);
        using (index)
        {
            index.Remove(VectorData.Ids(300, 100)).Should().Be(300);
            index.Count.Should().Be(0);
            index.Search(Query(), 3).Should().BeEmpty();
            index.Add([1], Query());
            index.Search(Query(), 3).Should().ContainSingle().Which.Id.Should().Be(1);
            index.TombstoneShare.Should().BeInRange(0, 1);
        }
    }

    [MetricTheory, BothMetrics]
    public void Reconstruct_GivesTheVector(Metric metric)
    {
        var (index, model) = Filled(metric, 300);
        using (index)
        {
            index.Remove([120, 390]);
            foreach (var (id, vector) in model.Vectors.Where(pair => pair.Key is not (120 or 390)))
            {
                index.Reconstruct(id).Should().HaveCount(Dimension);
                index.Reconstruct(id)!.Zip(vector).Should().OnlyContain(pair => Near(pair.First, pair.Second));
            }
        }
    }

    [MetricTheory, BothMetrics]
    public void MemoryBytes_GrowsWithTheVectors(Metric metric)
    {
        var (small, _) = Filled(metric, 300);
        var (large, _) = Filled(metric, 3000);
        using (small)
        using (large)
        {
            small.MemoryBytes.Should().BeGreaterThan(300 * Dimension);
            large.MemoryBytes.Should().BeGreaterThan(small.MemoryBytes * 5);
        }
    }
}
