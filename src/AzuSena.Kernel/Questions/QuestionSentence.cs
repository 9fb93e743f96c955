using AzuSena.Spanish;

namespace AzuSena.Questions;

/// <summary>A sentence, or a clause before a "¿", as a range of words.</summary>
/// <param name="From">Its first word.</param>
/// <param name="To">The end of its words, exclusive.</param>
/// <param name="IsOpened">Whether a "¿" stands before it.</param>
/// <param name="IsClosed">Whether a "?" ends it.</param>
/// <param name="IsJoined">Whether it continues the sentence before it after a comma or a colon.</param>
internal readonly record struct QuestionSentence(int From, int To, bool IsOpened, bool IsClosed, bool IsJoined)
{
    private static readonly string[] Abbreviations =
        ["art", "arts", "num", "nro", "no", "sr", "sra", "dr", "dra", "ing", "lic", "prof", "ej", "aprox", "tel", "par", "lit"];

    /// <summary>The sentences of a text, in order.</summary>
    public static List<QuestionSentence> Split(string text, IReadOnlyList<SaidWord> words)
    {
        var sentences = new List<QuestionSentence>();
        var from = 0;
        var isOpened = words.Count > 0 && text.AsSpan(0, words[0].Start).Contains('¿');
        var isJoined = false;
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1].Start : text.Length;
            var between = text.AsSpan(words[i].End..next);
            var isClosed = between.Contains('?');
            var opens = between.Contains('¿');
            var ends = isClosed || i + 1 == words.Count || between.IndexOfAny(";!…\n") >= 0 || IsFullStop(words, i, between);
            if (ends || opens)
            {
                sentences.Add(new QuestionSentence(from, i + 1, isOpened, isClosed, isJoined));
                (from, isOpened, isJoined) = (i + 1, opens, !ends);
            }
        }

        return sentences;
    }

    private static bool IsFullStop(IReadOnlyList<SaidWord> words, int at, ReadOnlySpan<char> between)
    {
        var dot = between.IndexOf('.');
        return dot >= 0
            && dot + 1 < between.Length
            && (char.IsWhiteSpace(between[dot + 1]) || between.IndexOf('¿') > dot)
            && (dot > 0 || !IsAbbreviation(words[at].Folded, words[at + 1].Folded));
    }

    private static bool IsAbbreviation(string word, string next) =>
        (word.Length == 1 && !char.IsDigit(word[0])) || (Abbreviations.Contains(word) && (char.IsDigit(next[0]) || word.Length < 4));
}
