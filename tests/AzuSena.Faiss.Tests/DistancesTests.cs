using AzuSena.Faiss.Tests.Conformance;

namespace AzuSena.Faiss.Tests;

/// <summary>The shim puts distances of its own in the place of FAISS's: right for every length, of which they take 64 components at a time.</summary>
public sealed class DistancesTests
{
    [FaissFact]
    public void Search_VectorsOfAnyLength_ScoresAreThoseOfTheDefinition()
    {
        foreach (var dimension in (int[])[1, 2, 63, 64, 65, 127, 128, 130, 384, 1000])
        {
            var vectors = VectorData.Uniform(new Random(dimension), 20, dimension);
            var query = VectorData.Uniform(new Random(-dimension), 1, dimension);
            foreach (var metric in (Metric[])[Metric.InnerProduct, Metric.L2])
            {
                using var index = new IndexFlat(dimension, metric);
                index.Add(VectorData.Ids(20), vectors);
                var model = new NaiveIndex(metric);
                model.Add(VectorData.Ids(20), vectors, dimension);

                var nearest = model.Search(query, 20);
                var found = index.Search(query, 20);

                found.Zip(nearest).Should().OnlyContain(
                    pair => Math.Abs(pair.First.Score - pair.Second.Score) < 1e-3f, "{0} components by {1}", dimension, metric);
            }
        }
    }
}
