namespace AzuSena.Faiss.Tests.Conformance;

public abstract partial class VectorIndexConformance
{
    private const int Operations = 100_000;
    private const int MostHeld = 600;
    private const double TimeToRebuild = 0.6;

    [Trait("Category", "Slow")]
    [MetricTheory, BothMetrics]
    public void Operations_InAnyOrder_FitTheModel(Metric metric)
    {
        var random = new Random(2026);
        var model = new NaiveIndex(metric);
        var held = new List<long>();
        var index = Create(Dimension, metric);
        try
        {
            for (var operation = 0; operation < Operations; operation++)
            {
                var choice = random.Next(100);
                if (choice < 35 && held.Count < MostHeld)
                {
                    AddSome(index, model, held, random);
                }
                else if (choice < 75)
                {
                    RemoveSome(index, model, held, random);
                }
                else if (choice < 90)
                {
                    SearchOnce(index, model, held, random);
                }
                else
                {
                    LookUp(index, model, held, random);
                }

                if (operation % 10_000 == 9_999)
                {
                    index = SavedAndLoaded(index, metric);
                }

                if (index.TombstoneShare > TimeToRebuild)
                {
                    index = Rebuilt(index, model, metric);
                }
            }

            index.Count.Should().Be(model.Vectors.Count);
        }
        finally
        {
            index.Dispose();
        }
    }

    private static void AddSome(VectorIndex index, NaiveIndex model, List<long> held, Random random)
    {
        // One in thirty is an id that is held already: refused, and nothing changes.
        if (held.Count > 0 && random.Next(30) == 0)
        {
            index.Invoking(i => i.Add([held[0]], Query())).Should().Throw<ArgumentException>();
            return;
        }

        var first = random.NextInt64();
        var count = random.Next(1, 4);
        var vectors = VectorData.Uniform(random, count, Dimension);
        index.Add(VectorData.Ids(count, first), vectors);
        model.Add(VectorData.Ids(count, first), vectors, Dimension);
        held.AddRange(VectorData.Ids(count, first));
    }

    private static void RemoveSome(VectorIndex index, NaiveIndex model, List<long> held, Random random)
    {
        var count = Math.Min(random.Next(1, 3), held.Count);
        var ids = new List<long> { -1 };
        for (var i = 0; i < count; i++)
        {
            var at = random.Next(held.Count);
            ids.Add(held[at]);
            model.Vectors.Remove(held[at]);
            held[at] = held[^1];
            held.RemoveAt(held.Count - 1);
        }

        var removed = index.Remove([.. ids]);
        if (removed != count)
        {
            removed.Should().Be(count);
        }
    }

    private void SearchOnce(VectorIndex index, NaiveIndex model, List<long> held, Random random)
    {
        var query = VectorData.Uniform(random, 1, Dimension);
        var k = random.Next(1, 12);
        long[]? allowed = random.Next(3) == 0 && held.Count > 0
            ? [.. Enumerable.Range(0, random.Next(20)).Select(_ => held[random.Next(held.Count)]), -7]
            : null;
        Check(index.Search(query, k, allowed), model, query, k, allowed);
    }

    // The same as ShouldFit, without its words: it runs a hundred thousand times.
    private void Check(VectorMatch[] found, NaiveIndex model, float[] query, int k, long[]? allowed)
    {
        var fits = found.All(match => model.Vectors.TryGetValue(match.Id, out var vector) && Near(match.Score, model.Score(query, vector)))
            && found.DistinctBy(match => match.Id).Count() == found.Length
            && (allowed is null || found.All(match => allowed.Contains(match.Id)));
        if (fits && IsExact)
        {
            var nearest = model.Search(query, k, allowed);
            fits = found.Length == nearest.Count && found.Zip(nearest).All(pair => Near(pair.First.Score, pair.Second.Score));
        }

        if (!fits)
        {
            ShouldFit(found, model, query, k, allowed);
            fits.Should().BeTrue();
        }
    }

    private void LookUp(VectorIndex index, NaiveIndex model, List<long> held, Random random)
    {
        var id = held.Count > 0 && random.Next(4) > 0 ? held[random.Next(held.Count)] : random.NextInt64();
        var expected = model.Vectors.GetValueOrDefault(id);
        var vector = index.Reconstruct(id);
        var fits = index.Contains(id) == (expected is not null)
            && index.Count == model.Vectors.Count
            && (expected is null ? vector is null : vector is not null && vector.Zip(expected).All(pair => Near(pair.First, pair.Second)));
        if (!fits)
        {
            vector.Should().Equal(expected);
            index.Count.Should().Be(model.Vectors.Count);
        }
    }

    private VectorIndex SavedAndLoaded(VectorIndex index, Metric metric)
    {
        index.Save(_folder.Combine("index"));
        index.Dispose();
        return Load(_folder.Combine("index"), Dimension, metric);
    }

    private VectorIndex Rebuilt(VectorIndex index, NaiveIndex model, Metric metric)
    {
        index.Dispose();
        var rebuilt = Create(Dimension, metric);
        rebuilt.Add([.. model.Vectors.Keys], [.. model.Vectors.Values.SelectMany(vector => vector)]);
        return rebuilt;
    }
}
