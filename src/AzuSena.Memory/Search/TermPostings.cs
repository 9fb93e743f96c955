using System.Buffers;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Search;

/// <summary>
/// The passages and frequencies of each term: the full-text index of one state of the store as arrays in memory. Scores every passage that holds a term of the
/// question by BM25, including common terms, in well under a millisecond; FTS5, which reads each passage's length from its own page, takes tens
/// (docs/decisions/0004-retrieval.md).
/// </summary>
internal sealed class TermPostings
{
    private const int PostingBits = 24;
    private const int FrequencyBits = 8;
    private const int MaxFrequency = (1 << FrequencyBits) - 1;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly long[] _keys;
    private readonly int[] _lengths;
    private readonly int[] _starts;
    private readonly uint[] _postings;
    private readonly double _averageLength;

    private TermPostings(StoreSnapshot snapshot, CancellationToken cancellationToken)
    {
        (State, _averageLength) = (snapshot.State, snapshot.AverageTermCount);
        (_keys, _lengths) = (new long[snapshot.PassageCount], new int[snapshot.PassageCount]);
        var read = new List<(int Term, uint Posting)>(snapshot.PassageCount * 64);
        var passage = 0;
        foreach (var match in snapshot.AllTerms())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _keys[passage] = match.Key;
            _lengths[passage] = Read(match, (uint)passage, read);
            passage++;
        }

        (_starts, _postings) = SortByTerm(read);
    }

    /// <summary>The maximum number of passages.</summary>
    public static int MaxPassages => 1 << PostingBits;

    /// <summary>The state of the store that the postings were read from.</summary>
    public StoreState State { get; }

    /// <summary>Reads the terms of every passage.</summary>
    public static TermPostings Read(StoreSnapshot snapshot, CancellationToken cancellationToken) => new(snapshot, cancellationToken);

    /// <summary>The keys of the best passages by BM25 over the question's terms, best first.</summary>
    /// <param name="question">The question's terms.</param>
    /// <param name="limit">The maximum number of passages.</param>
    /// <param name="allowed">The only passages that may be found, in the order of their keys, or null for all.</param>
    public List<long> Best(IEnumerable<QuestionTerm> question, int limit, IReadOnlyList<long>? allowed)
    {
        var scores = ArrayPool<float>.Shared.Rent(_keys.Length);
        try
        {
            var passages = scores.AsSpan(0, _keys.Length);
            passages.Clear();
            foreach (var term in question)
            {
                Add(term, passages);
            }

            if (allowed is not null)
            {
                Restrict(passages, allowed);
            }

            return Top(passages, limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private void Add(QuestionTerm term, Span<float> scores)
    {
        if (!_terms.TryGetValue(term.Stem, out var number))
        {
            return;
        }

        foreach (var posting in _postings.AsSpan(_starts[number].._starts[number + 1]))
        {
            var passage = (int)(posting >> FrequencyBits);
            scores[passage] += (float)Bm25.Weight(term.Idf, (int)(posting & MaxFrequency), _lengths[passage], _averageLength);
        }
    }

    private void Restrict(Span<float> scores, IReadOnlyList<long> allowed)
    {
        var next = 0;
        for (var passage = 0; passage < scores.Length; passage++)
        {
            while (next < allowed.Count && allowed[next] < _keys[passage])
            {
                next++;
            }

            scores[passage] = next < allowed.Count && allowed[next] == _keys[passage] ? scores[passage] : 0;
        }
    }

    private List<long> Top(ReadOnlySpan<float> scores, int limit)
    {
        var best = new PriorityQueue<int, float>(limit + 1);
        for (var passage = 0; passage < scores.Length; passage++)
        {
            if (scores[passage] > 0 && (best.Count < limit || (best.TryPeek(out _, out var least) && scores[passage] > least)))
            {
                best.Enqueue(passage, scores[passage]);
                if (best.Count > limit)
                {
                    best.Dequeue();
                }
            }
        }

        var keys = new List<long>(best.Count);
        while (best.TryDequeue(out var passage, out _))
        {
            keys.Add(_keys[passage]);
        }

        keys.Reverse();
        return keys;
    }

    private int Read(TermMatch match, uint passage, List<(int Term, uint Posting)> postings)
    {
        var frequencies = new Dictionary<int, uint>();
        var length = Count(match.Terms, frequencies);

        // The questions listed for it count, and not towards its length, as in CandidateScorer.
        Count(match.Asked, frequencies);
        foreach (var (number, frequency) in frequencies)
        {
            postings.Add((number, (passage << FrequencyBits) | Math.Min(frequency, MaxFrequency)));
        }

        return length;
    }

    private int Count(ReadOnlySpan<char> terms, Dictionary<int, uint> frequencies)
    {
        var numbers = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        var length = 0;
        foreach (var range in terms.SplitAny(' ', '\n'))
        {
            var stem = terms[range];
            if (stem.Length == 0)
            {
                continue;
            }

            if (!numbers.TryGetValue(stem, out var number))
            {
                number = _terms.Count;
                numbers[stem] = number;
            }

            frequencies[number] = frequencies.GetValueOrDefault(number) + 1;
            length++;
        }

        return length;
    }

    // A counting sort: the postings of a term are contiguous, in the order of the passages.
    private (int[] Starts, uint[] Postings) SortByTerm(List<(int Term, uint Posting)> read)
    {
        var starts = new int[_terms.Count + 1];
        foreach (var (term, _) in read)
        {
            starts[term + 1]++;
        }

        for (var term = 0; term < _terms.Count; term++)
        {
            starts[term + 1] += starts[term];
        }

        var next = starts[..^1];
        var sorted = new uint[read.Count];
        foreach (var (term, posting) in read)
        {
            sorted[next[term]++] = posting;
        }

        return (starts, sorted);
    }
}
