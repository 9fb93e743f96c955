using System.Numerics.Tensors;
using AzuSena.Memory.Vectors;

namespace AzuSena.Memory.Search;

/// <summary>
/// Combines the scores by words with the similarity of vectors. The weight is measured per embedder: with equal weights, a weak one worsens the results
/// (docs/decisions/0004-retrieval.md).
/// </summary>
internal static class Fusion
{
    /// <summary>
    /// The cosine of each candidate's vector and the question's, in the candidates' order; null for a passage without a vector, or without
    /// <paramref name="question"/>.
    /// </summary>
    public static double?[] Cosines(QuestionVector? question, IReadOnlyList<Candidate> candidates) =>
        [.. candidates.Select(candidate => question?.Served.Index.Reconstruct(candidate.Match.Key) is { } vector
            ? TensorPrimitives.Dot<float>(vector, question.Vector)
            : (double?)null)];

    /// <summary>The final scores, from 0 to 1, in the candidates' order.</summary>
    /// <param name="words">The scores by words, 0 to 1.</param>
    /// <param name="cosines">As <see cref="Cosines"/> gives them.</param>
    /// <param name="weight">The share of the vectors; 0 if only words count.</param>
    public static double[] Fuse(double[] words, double?[] cosines, double weight)
    {
        if (weight <= 0 || cosines.Length == 0)
        {
            return words;
        }

        // The cosine divided by the best one; a passage without a vector gets the average.
        var near = Array.ConvertAll(cosines, cosine => cosine is { } known ? Math.Max(0, known) : (double?)null);
        var best = Math.Max(near.Max() ?? 0, float.Epsilon);
        var average = near.Average() ?? 0;
        return [.. words.Zip(near, (word, cosine) => ((1 - weight) * word) + (weight * (cosine ?? average) / best))];
    }
}
