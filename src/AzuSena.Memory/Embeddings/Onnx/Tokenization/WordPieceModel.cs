using System.Globalization;
using System.Text;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>
/// BERT's tokenizer: text is cleaned and split into words and punctuation, and each word, from its start, into the longest pieces of the vocabulary; a word
/// that cannot be split completely is unknown as a whole.
/// </summary>
/// <remarks>
/// Not Microsoft.ML.Tokenizers 2.0.1 because its results differ: it drops line ends and emoji, so that words are merged, and rejects some texts.
/// </remarks>
/// <param name="vocabulary">The id of each piece; one that continues a word begins with ##.</param>
/// <param name="unknown">The id of an unknown word.</param>
/// <param name="rules">Applied to a text first.</param>
internal sealed class WordPieceModel(IReadOnlyDictionary<string, int> vocabulary, int unknown, WordPieceRules rules)
{
    private const string Continuation = "##";

    // As in BERT's own code: longer words are unknown.
    private const int LongestWord = 100;

    // The Unicode blocks of ideographs, which are written without spaces.
    private static readonly (int First, int Last)[] Ideographs =
        [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
        (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)];

    /// <summary>The ids of a text's pieces.</summary>
    public IReadOnlyList<int> Encode(string text)
    {
        List<int> ids = [];
        foreach (var word in Words(Normalised(text)))
        {
            Cut(word, ids);
        }

        return ids;
    }

    private string Normalised(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(letter))
            {
                clean.Append(' ');
            }
            else if (rules.SplitIdeographs && Ideographs.Any(block => letter.Value >= block.First && letter.Value <= block.Last))
            {
                clean.Append(' ').Append(letter.ToString()).Append(' ');
            }
            else if (!IsDropped(letter))
            {
                clean.Append(letter.ToString());
            }
        }

        var result = clean.ToString();
        result = rules.StripAccents
            ? string.Concat(result.Normalize(NormalizationForm.FormD).EnumerateRunes()
                .Where(letter => Rune.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            : result;
        return rules.Lowercase ? result.ToLowerInvariant() : result;
    }

    // An unpaired surrogate is enumerated as the replacement character.
    private static bool IsDropped(Rune letter) => letter == Rune.ReplacementChar || Rune.GetUnicodeCategory(letter) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            var isPunctuation = Rune.IsPunctuation(letter) || (letter.IsAscii && Rune.IsSymbol(letter));
            if ((isPunctuation || Rune.IsWhiteSpace(letter)) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (isPunctuation)
            {
                yield return letter.ToString();
            }
            else if (!Rune.IsWhiteSpace(letter))
            {
                word.Append(letter.ToString());
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private void Cut(string word, List<int> ids)
    {
        var before = ids.Count;
        var start = word.EnumerateRunes().Take(LongestWord + 1).Count() > LongestWord ? -1 : 0;
        while (start >= 0 && start < word.Length)
        {
            var (length, id) = LongestPiece(word, start);
            start = length == 0 ? -1 : start + length;
            ids.Add(id);
        }

        if (start < 0)
        {
            ids.RemoveRange(before, ids.Count - before);
            ids.Add(unknown);
        }
    }

    private (int Length, int Id) LongestPiece(string word, int start)
    {
        for (var length = word.Length - start; length > 0; length--)
        {
            if (vocabulary.TryGetValue(string.Concat(start == 0 ? "" : Continuation, word.AsSpan(start, length)), out var id))
            {
                return (length, id);
            }
        }

        return (0, unknown);
    }
}

/// <summary>The normalisation of a text before it is split.</summary>
/// <param name="Lowercase">Whether upper case becomes lower case.</param>
/// <param name="StripAccents">Whether accents are removed.</param>
/// <param name="SplitIdeographs">Whether each ideograph is a word.</param>
internal sealed record WordPieceRules(bool Lowercase, bool StripAccents, bool SplitIdeographs = true);
