using AzuSena.Answers;
using AzuSena.Memory.Storage;
using AzuSena.Spanish;

namespace AzuSena.Memory.Search;

/// <summary>Reads a question's terms; words that the documents lack are replaced by the most likely ones. Safe for concurrent use.</summary>
internal sealed class SearchTermReader(bool correctsSpelling)
{
    private const int MaxCorrectionCandidates = 8;

    // Measured in docs/decisions/0004-retrieval.md.
    private const double GeneralShare = 0.3;
    private const double MaxBackgroundShare = 0.4;
    private const double MaxBackgroundMass = 0.6;

    private volatile Vocabulary? _vocabulary;

    /// <summary>The distinct terms, in the question's order, and the words that were corrected.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="background">What was said around it, whose words weigh little and are not corrected; null if nothing was.</param>
    /// <param name="snapshot">The documents.</param>
    public SearchTerms Read(string question, string? background, StoreSnapshot snapshot)
    {
        var asked = Read(question, snapshot);
        return background is null ? asked : asked with { Background = BackgroundTerms(background, asked.Terms, snapshot) };
    }

    // A long story must not outweigh a short question.
    private static List<QuestionTerm> BackgroundTerms(string background, List<QuestionTerm> asked, StoreSnapshot snapshot)
    {
        var own = asked.Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        var said = SpanishAnalyzer.Analyze(background).DistinctBy(term => term.Stem, StringComparer.Ordinal)
            .Where(term => !own.Contains(term.Stem) && !GeneralWords.Contains(term.Word))
            .ToList();
        var frequencies = snapshot.DocumentFrequencies(said.Select(term => term.Stem));
        var terms = said.Where(term => frequencies.ContainsKey(term.Stem))
            .Select(term => new QuestionTerm(term.Stem, Bm25.Idf(snapshot.PassageCount, frequencies[term.Stem])))
            .ToList();
        var mass = terms.Sum(term => term.Idf);
        var share = mass == 0 ? 0 : Math.Min(MaxBackgroundShare, asked.Sum(term => term.Idf) * MaxBackgroundMass / mass);
        return terms.ConvertAll(term => term with { Idf = term.Idf * share });
    }

    private SearchTerms Read(string question, StoreSnapshot snapshot)
    {
        var typed = SpanishAnalyzer.Analyze(question).DistinctBy(term => term.Stem, StringComparer.Ordinal).ToList();
        var frequencies = snapshot.DocumentFrequencies(typed.Select(term => term.Stem));
        var corrections = new Dictionary<string, SpellingCorrection>(StringComparer.Ordinal);
        if (correctsSpelling)
        {
            // "kien" and "aser" are stop words too, like the words that they sound like.
            typed.RemoveAll(term => !frequencies.ContainsKey(term.Stem) && SpanishAnalyzer.SoundsLikeStopWord(term.Word));
            foreach (var unknown in typed.Where(term => !frequencies.ContainsKey(term.Stem)))
            {
                if (Correct(unknown.Word, frequencies.Keys, snapshot) is { } correction)
                {
                    corrections.Add(unknown.Stem, correction);
                }
            }
        }

        var stems = typed
            .Select(term => corrections.TryGetValue(term.Stem, out var correction)
                ? (Stem: SpanishAnalyzer.StemOf(correction.To), Word: correction.To, IsGuess: true)
                : (term.Stem, term.Word, IsGuess: false))
            .DistinctBy(term => term.Stem, StringComparer.Ordinal)
            .ToList();
        if (corrections.Count > 0)
        {
            frequencies = snapshot.DocumentFrequencies(stems.Select(term => term.Stem));
        }

        var passages = snapshot.PassageCount;
        var terms = stems.ConvertAll(term => new QuestionTerm(
            term.Stem, Bm25.Idf(passages, frequencies.GetValueOrDefault(term.Stem)) * (GeneralWords.Contains(term.Word) ? GeneralShare : 1), term.IsGuess));
        return new SearchTerms(terms, [.. corrections.Values], frequencies);
    }

    // A word that sounds the same precedes one that is an edit away; of several, the one that co-occurs most often with the question's other words.
    private SpellingCorrection? Correct(string word, IReadOnlyCollection<string> otherStems, StoreSnapshot snapshot)
    {
        var vocabulary = VocabularyOf(snapshot);
        return Best(vocabulary.Alike(word)) ?? Best(vocabulary.Near(word));

        SpellingCorrection? Best(IEnumerable<string> candidates) => candidates
            .Take(MaxCorrectionCandidates)
            .Select(candidate => (Word: candidate, Together: snapshot.CountTogether(SpanishAnalyzer.StemOf(candidate), otherStems)))
            .OrderByDescending(candidate => candidate.Together)
            .Select(candidate => new SpellingCorrection(word, candidate.Word))
            .FirstOrDefault();
    }

    private Vocabulary VocabularyOf(StoreSnapshot snapshot)
    {
        if (_vocabulary is not { } known || known.State != snapshot.State)
        {
            _vocabulary = known = new Vocabulary(snapshot.State, snapshot.Words());
        }

        return known;
    }
}

/// <summary>A question's terms.</summary>
/// <param name="Terms">Its distinct terms, in its order.</param>
/// <param name="Corrections">The words that were corrected.</param>
/// <param name="Frequencies">The number of passages of each known stem.</param>
internal sealed record SearchTerms(List<QuestionTerm> Terms, List<SpellingCorrection> Corrections, Dictionary<string, int> Frequencies)
{
    /// <summary>The terms of what was said around the question, with their reduced idf.</summary>
    public IReadOnlyList<QuestionTerm> Background { get; init; } = [];

    /// <summary>All terms that candidates are scored by.</summary>
    public IReadOnlyList<QuestionTerm> All => Background.Count == 0 ? Terms : [.. Terms, .. Background];
}
