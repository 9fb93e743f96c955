using System.Numerics.Tensors;
using AzuSena.Memory.Vectors;

namespace AzuSena.Memory.Search;

/// <summary>
/// Weighs the order by words with the nearness of vectors. The weight is the embedder's own, as measured for it: a weak one in equal parts loses more
/// than it gives (docs/decisions/0004-retrieval.md).
/// </summary>
internal static class Fusion
{
    /// <summary>The final scores, from 0 to 1, in the candidates' order.</summary>
    /// <param name="words">The scores by words, 0 to 1.</param>
    /// <param name="question">The question's vector; null where words alone decide.</param>
    /// <param name="candidates">The candidates.</param>
    public static double[] Fuse(double[] words, QuestionVector? question, IReadOnlyList<Candidate> candidates)
    {
        if (question is null || candidates.Count == 0)
        {
            return words;
        }

        var nearness = Nearness(question, candidates);
        var weight = question.Served.Embedder.Weight;
        return [.. words.Zip(nearness, (word, near) => ((1 - weight) * word) + (weight * near))];
    }

    // The cosine over the best one; a passage that has no vector yet counts as the average one.
    private static double[] Nearness(QuestionVector question, IReadOnlyList<Candidate> candidates)
    {
        var cosines = candidates
            .Select(candidate => question.Served.Index.Reconstruct(candidate.Match.Key) is { } vector ? Math.Max(0, TensorPrimitives.Dot<float>(vector, question.Vector)) : (float?)null)
            .ToArray();
        var best = Math.Max(cosines.Max() ?? 0, float.Epsilon);
        var average = cosines.Average() ?? 0;
        return Array.ConvertAll(cosines, cosine => (double)((cosine ?? average) / best));
    }
}
