using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Search;

/// <summary>A passage that may answer a question, before the final ranking.</summary>
/// <param name="Match">Its key and stored terms.</param>
/// <param name="Terms">The same terms, mapped to those of the question.</param>
/// <param name="Bm25">Its BM25 score over the question's terms.</param>
internal sealed record Candidate(TermMatch Match, PassageTerms Terms, double Bm25);

/// <summary>Scores passages by the question's terms with BM25 over the whole store.</summary>
/// <param name="question">The question's distinct terms with their idf in the store.</param>
/// <param name="averageLength">Terms of a passage, on average over the store.</param>
internal sealed class CandidateScorer(IReadOnlyList<QuestionTerm> question, double averageLength)
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indexes = question
        .Select((term, index) => KeyValuePair.Create(term.Stem, index))
        .ToDictionary(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Scores a passage.</summary>
    public Candidate Score(TermMatch match)
    {
        var terms = new PassageTerms(match.Terms, match.Asked, _indexes);
        Span<int> frequencies = stackalloc int[question.Count];
        Bm25.Count(terms.All, frequencies);

        // As if the text said it too. The length stays that of the text: a passage is not worse for the questions listed for it.
        Bm25.Count(terms.AllListed, frequencies);
        return new Candidate(match, terms, Bm25.Score(question, frequencies, terms.Count, averageLength));
    }
}
