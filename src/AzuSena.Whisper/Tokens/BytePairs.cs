using System.Text;

namespace AzuSena.Whisper.Tokens;

/// <summary>Byte-level byte pair encoding (GPT-2), for the words in the context of a transcription.</summary>
internal sealed class BytePairs(IReadOnlyDictionary<string, int> pieces, IReadOnlyList<(string Left, string Right)> merges)
{
    private readonly Dictionary<(string, string), int> _ranks = merges
        .Select((pair, rank) => (pair, rank))
        .ToDictionary(entry => entry.pair, entry => entry.rank);

    /// <summary>The tokens of a text; parts that the vocabulary lacks are left out.</summary>
    public IReadOnlyList<int> Encode(string text) =>
        [.. PieceWords.Of(text)
            .SelectMany(word => Merge(ByteAlphabet.ToText(Encoding.UTF8.GetBytes(text[word]))))
            .Where(pieces.ContainsKey)
            .Select(piece => pieces[piece])];

    private List<string> Merge(string word)
    {
        List<string> parts = [.. word.Select(letter => letter.ToString())];
        while (parts.Count > 1)
        {
            var (best, place) = Enumerable.Range(0, parts.Count - 1)
                .Select(index => (Rank: _ranks.GetValueOrDefault((parts[index], parts[index + 1]), int.MaxValue), index))
                .Min();
            if (best == int.MaxValue)
            {
                break;
            }

            parts[place] += parts[place + 1];
            parts.RemoveAt(place + 1);
        }

        return parts;
    }
}
