namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>
/// A Unigram language model over word pieces (Kudo 2018): the most likely segmentation of a word is chosen by Viterbi's algorithm. A word begins with ▁, the
/// space before it, and no piece crosses a word boundary, as in SentencePiece's training and in XLM-RoBERTa and its derivatives.
/// </summary>
/// <remarks>
/// Not Microsoft.ML.Tokenizers 2.0.1 because its segmentation differs: it keeps characters that the normalisation removes, does not merge unknown ones and
/// makes a piece of a trailing space.
/// </remarks>
internal sealed class UnigramModel
{
    private const char Space = '▁';

    // SentencePiece's penalty for a character without a piece.
    private const double UnknownPenalty = 10;

    private readonly Dictionary<string, (int Id, double Score)> _pieces = [];
    private readonly Dictionary<string, (int Id, double Score)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly CharsMap _normalisation;
    private readonly int _unknown;
    private readonly double _unknownScore;
    private readonly int _longest;

    /// <summary>Creates a model from its vocabulary.</summary>
    /// <param name="pieces">The pieces, each with its id and the logarithm of its probability.</param>
    /// <param name="unknown">The id of characters without a piece.</param>
    /// <param name="normalisation">Applied to a text first.</param>
    public UnigramModel(IEnumerable<(string Text, int Id, double Score)> pieces, int unknown, CharsMap normalisation)
    {
        foreach (var (text, id, score) in pieces.Where(piece => piece.Text.Length > 0))
        {
            _pieces.TryAdd(text, (id, score));
        }

        _lookup = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        _normalisation = normalisation;
        _unknown = unknown;
        _unknownScore = _pieces.Values.Select(piece => piece.Score).DefaultIfEmpty().Min() - UnknownPenalty;
        _longest = _pieces.Keys.Select(piece => piece.Length).DefaultIfEmpty().Max();
    }

    /// <summary>The ids of a text's pieces.</summary>
    public IReadOnlyList<int> Encode(string text)
    {
        List<int> ids = [];
        foreach (var word in _normalisation.Apply(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            Cut(word[0] == Space ? word : Space + word, ids);
        }

        return ids;
    }

    private void Cut(string word, List<int> ids)
    {
        // For each position: the best score up to it, the start of the last piece and its id.
        var best = new (double Score, int Start, int Id)[word.Length + 1];
        Array.Fill(best, (double.NegativeInfinity, -1, -1), 1, word.Length);
        for (var start = 0; start < word.Length; start++)
        {
            if (best[start].Start < 0 && start > 0)
            {
                continue;
            }

            var letter = char.IsSurrogatePair(word, start) ? 2 : 1;
            var isKnown = false;
            for (var length = 1; length <= Math.Min(_longest, word.Length - start); length++)
            {
                if (_lookup.TryGetValue(word.AsSpan(start, length), out var piece))
                {
                    Offer(best, start, length, piece.Id, piece.Score);
                    isKnown |= length == letter;
                }
            }

            if (!isKnown)
            {
                Offer(best, start, letter, _unknown, _unknownScore);
            }
        }

        Trace(best, ids);
    }

    private static void Offer((double Score, int Start, int Id)[] best, int start, int length, int id, double score)
    {
        var total = best[start].Score + score;
        if (total > best[start + length].Score)
        {
            best[start + length] = (total, start, id);
        }
    }

    // Adjacent unknown characters are one piece.
    private void Trace((double Score, int Start, int Id)[] best, List<int> ids)
    {
        Stack<int> reversed = [];
        for (var end = best.Length - 1; end > 0; end = best[end].Start)
        {
            if (best[end].Id != _unknown || !reversed.TryPeek(out var next) || next != _unknown)
            {
                reversed.Push(best[end].Id);
            }
        }

        ids.AddRange(reversed);
    }
}
