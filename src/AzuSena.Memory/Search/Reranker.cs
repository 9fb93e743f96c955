namespace AzuSena.Memory.Search;

/// <summary>
/// Reranks the best candidates of the full-text search: by the question's words, its word pairs, its best single sentence, the most similar of the questions
/// listed for the passage, and character 4-grams, which tolerate inflection and misspelling; the idf of pairs and 4-grams is that of the candidates. Weights:
/// docs/decisions/0004-retrieval.md, and 0029-listed-questions.md for what is listed.
/// </summary>
internal static class Reranker
{
    private const double PairWeight = 0.3;
    private const double SentenceWeight = 0.3;
    private const double PlaceWeight = 0.3;
    private const double ListedWeight = 0.6;
    private const double WordShare = 0.7;
    private const double GramShare = 0.3;

    /// <summary>The score of each candidate, from 0 to 1, in the candidates' order.</summary>
    /// <param name="question">The question's terms, followed by those of its background, which form no pairs and no 4-grams.</param>
    /// <param name="asked">How many of them are the question's own.</param>
    /// <param name="candidates">The candidates.</param>
    public static RerankScores Score(IReadOnlyList<QuestionTerm> question, int asked, IReadOnlyList<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return RerankScores.Of([]);
        }

        var pairs = PairScores(asked, candidates);
        var sentences = SentenceScores(question, candidates);
        var places = PlaceScores(question, candidates);
        var listed = ListedScores(question, candidates);
        var words = candidates
            .Select((candidate, i) =>
                candidate.Bm25 + (PairWeight * pairs[i]) + (SentenceWeight * sentences[i]) + (PlaceWeight * places[i]) + (ListedWeight * listed[i]))
            .ToArray();
        var grams = GramScores(question.Take(asked), candidates);
        var bestWords = Math.Max(words.Max(), double.Epsilon);
        var bestGrams = Math.Max(grams.Max(), double.Epsilon);
        var total = words.Select((word, i) => (WordShare * word / bestWords) + (GramShare * grams[i] / bestGrams)).ToArray();
        return new RerankScores(total, pairs, sentences, places, listed, grams);
    }

    /// <summary>BM25's own order, from 0 to 1, in the candidates' order.</summary>
    public static RerankScores WithoutReranking(IReadOnlyList<Candidate> candidates)
    {
        var best = candidates.Select(candidate => candidate.Bm25).DefaultIfEmpty(0).Max();
        return RerankScores.Of([.. candidates.Select(candidate => candidate.Bm25 / Math.Max(best, double.Epsilon))]);
    }

    // The pair i is the question's terms i and i + 1, adjacent.
    private static double[] PairScores(int asked, IReadOnlyList<Candidate> candidates)
    {
        var features = new CandidateFeatures(candidates.Count, Math.Max(0, asked - 1));
        for (var i = 0; i < candidates.Count; i++)
        {
            var text = candidates[i].Terms.Text;
            var counts = features.Of(i, length: Math.Max(0, text.Length - 1));
            for (var at = 1; at < text.Length; at++)
            {
                if (text[at - 1] != PassageTerms.Other && text[at] < asked && text[at] == text[at - 1] + 1)
                {
                    counts[text[at - 1]]++;
                }
            }
        }

        return features.Scores();
    }

    private static double[] PlaceScores(IReadOnlyList<QuestionTerm> question, IReadOnlyList<Candidate> candidates)
    {
        var averageLength = Math.Max(1, candidates.Average(candidate => candidate.Terms.Place.Length));
        return [.. candidates.Select(candidate => ScoreOf(candidate.Terms.Place, question, averageLength))];
    }

    private static double[] SentenceScores(IReadOnlyList<QuestionTerm> question, IReadOnlyList<Candidate> candidates)
    {
        var averageLength = Math.Max(
            1,
            candidates.Sum(candidate => candidate.Terms.Text.Length)
                / (double)Math.Max(1, candidates.Sum(candidate => candidate.Terms.SentenceCount)));
        return [.. candidates.Select(Best)];

        double Best(Candidate candidate)
        {
            var best = 0.0;
            for (var sentence = 0; sentence < candidate.Terms.SentenceCount; sentence++)
            {
                best = Math.Max(best, ScoreOf(candidate.Terms.Sentence(sentence), question, averageLength));
            }

            return best;
        }
    }

    private static double[] ListedScores(IReadOnlyList<QuestionTerm> question, IReadOnlyList<Candidate> candidates)
    {
        var count = candidates.Sum(candidate => candidate.Terms.ListedCount);
        var averageLength = Math.Max(1, candidates.Sum(candidate => candidate.Terms.AllListed.Length) / (double)Math.Max(1, count));
        return [.. candidates.Select(candidate => Enumerable.Range(0, candidate.Terms.ListedCount)
            .Select(listed => ScoreOf(candidate.Terms.Listed(listed), question, averageLength))
            .DefaultIfEmpty(0)
            .Max())];
    }

    private static double[] GramScores(IEnumerable<QuestionTerm> question, IReadOnlyList<Candidate> candidates)
    {
        var wanted = new Dictionary<ulong, int>();
        foreach (var gram in new CharacterGrams(string.Join(' ', question.Select(term => term.Stem))))
        {
            wanted.TryAdd(gram, wanted.Count);
        }

        var features = new CandidateFeatures(candidates.Count, wanted.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            var text = candidates[i].Match.Terms;
            var counts = features.Of(i, length: text.Length);
            Count(text, counts);
            Count(candidates[i].Match.Asked, counts);
        }

        return features.Scores();

        void Count(string text, Span<int> counts)
        {
            foreach (var gram in new CharacterGrams(text))
            {
                if (wanted.TryGetValue(gram, out var index))
                {
                    counts[index]++;
                }
            }
        }
    }

    private static double ScoreOf(ReadOnlySpan<int> text, IReadOnlyList<QuestionTerm> question, double averageLength)
    {
        Span<int> frequencies = stackalloc int[question.Count];
        Bm25.Count(text, frequencies);
        return Bm25.Score(question, frequencies, text.Length, averageLength);
    }
}
