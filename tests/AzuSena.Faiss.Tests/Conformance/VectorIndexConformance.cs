using AzuSena.Testing;

namespace AzuSena.Faiss.Tests.Conformance;

/// <summary>What every kind of index must do; a kind's class says how it is made and how exact it is.</summary>
public abstract partial class VectorIndexConformance : IDisposable
{
    private const int Dimension = 8;

    private readonly TemporaryFolder _folder = new();

    /// <summary>How far a score or a component may be off.</summary>
    protected virtual float Tolerance => 1e-4f;

    /// <summary>The share of the ten nearest that must be found among many vectors.</summary>
    protected virtual double MinimumRecall => 0.95;

    /// <summary>Whether the results are those of a naive search.</summary>
    protected virtual bool IsExact => false;

    protected abstract string Kind { get; }

    /// <summary>Makes an index that leaves its plain form, if it has one, after some hundred vectors.</summary>
    protected abstract VectorIndex Create(int dimension, Metric metric);

    /// <summary>Makes an index as a caller does who knows nothing of options.</summary>
    protected abstract VectorIndex CreateDefault(int dimension, Metric metric);

    protected abstract VectorIndex Load(string path, int dimension, Metric metric);

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private (VectorIndex Index, NaiveIndex Model) Filled(Metric metric, int count, int seed = 1)
    {
        var index = Create(Dimension, metric);
        var model = new NaiveIndex(metric);
        var vectors = VectorData.Uniform(new Random(seed), count, Dimension);
        index.Add(VectorData.Ids(count, 100), vectors);
        model.Add(VectorData.Ids(count, 100), vectors, Dimension);
        return (index, model);
    }

    private static float[] Query(int seed = 99) => VectorData.Uniform(new Random(seed), 1, Dimension);

    /// <summary>Distinct ids, each held by the model, with the right scores in the right order; the very nearest where the kind is exact.</summary>
    private void ShouldFit(VectorMatch[] found, NaiveIndex model, float[] query, int k, IReadOnlyCollection<long>? allowed = null)
    {
        var nearest = model.Search(query, k, allowed);
        found.Length.Should().BeLessThanOrEqualTo(nearest.Count);
        found.Select(match => match.Id).Should().OnlyHaveUniqueItems();
        for (var i = 0; i < found.Length; i++)
        {
            model.Vectors.TryGetValue(found[i].Id, out var vector).Should().BeTrue("the index found {0}", found[i].Id);
            if (allowed is not null)
            {
                allowed.Should().Contain(found[i].Id);
            }

            Near(found[i].Score, model.Score(query, vector!)).Should().BeTrue("{0} is the score of {1}", found[i].Score, found[i].Id);
        }

        if (IsExact)
        {
            found.Should().HaveCount(nearest.Count);
            found.Zip(nearest).Should().NotContain(pair => !Near(pair.First.Score, pair.Second.Score));
        }
    }

    private bool Near(float left, float right) => Math.Abs(left - right) <= Tolerance * (1 + Math.Abs(right));
}
