using AzuSena.Answers;
using AzuSena.Memory.Search;
using AzuSena.Spanish;

namespace AzuSena.Conversations.FollowUps;

/// <summary>
/// Validates a model's rewriting against the original question. Rejected: empty text, several lines or sentences, a text much longer than the question, a text
/// that is not a question (an answer), one that lost part of the question, and one with words or numbers of unknown origin.
/// </summary>
internal static class RewriteCheck
{
    private const int MaxAddedLength = 240;
    private const int MinSharedPrefix = 4;

    private static readonly char[] Quotes = ['"', '\'', '“', '”', '«', '»', '*', '`', ' '];

    /// <summary>The rewritten question without the quotes or label that models add; null if it is rejected.</summary>
    public static string? Cleaned(string original, string? rewritten, IReadOnlyList<ConversationTurn> turns)
    {
        var text = WithoutLabel((rewritten ?? "").Trim()).Trim(Quotes);
        return text.Length > 0
            && text.Length <= Math.Min(original.Length + MaxAddedLength, Question.MaxLength)
            && !text.Any(char.IsControl)
            && SentenceSplitter.Split(text).Count <= Math.Max(1, SentenceSplitter.Split(original).Count)
            && IsQuestion(text, original)
            && KeepsWhatWasAsked(text, original)
            && ComesFromTheConversation(text, original, turns)
            ? text
            : null;
    }

    // "Pregunta independiente: ¿Cuánto dura…?"
    private static string WithoutLabel(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && text[(colon + 1)..].TrimStart(Quotes).StartsWith('¿') ? text[(colon + 1)..] : text;
    }

    private static bool IsQuestion(string text, string original)
    {
        var first = SpanishAnalyzer.Words(text).ConvertAll(range => SpanishAnalyzer.Fold(text.AsSpan()[range])).FirstOrDefault("");
        return text.EndsWith('?') || FollowUpWords.IsInterrogative(first) || FollowUpWords.IsRequest(first)
            || (!original.Contains('?') && FollowUpWords.IsPreposition(first));
    }

    private static bool KeepsWhatWasAsked(string text, string original)
    {
        var held = SpanishAnalyzer.Stem(text);
        return SpanishAnalyzer.Analyze(original)
            .Where(term => !FollowUpWords.IsPronoun(term.Word) && !FollowUpWords.IsOpener(term.Word) && !FollowUpWords.IsFiller(term.Word))
            .All(term => held.Exists(stem => AreAlike(stem, term.Stem)));
    }

    private static bool ComesFromTheConversation(string text, string original, IReadOnlyList<ConversationTurn> turns)
    {
        var source = string.Join(
            '\n',
            turns.SelectMany(
                turn => turn.Citations.Select(citation => citation.Title).Concat([turn.Question, turn.StandaloneQuestion, turn.Answer]))
                .Append(original));
        var known = SpanishAnalyzer.Stem(source).ToHashSet(StringComparer.Ordinal);
        var added = SpanishAnalyzer.Analyze(text).FindAll(term => !FollowUpWords.IsAspect(term));
        var strange = added.FindAll(term => !known.Any(stem => AreAlike(stem, term.Stem)));
        return strange.Count * 2 <= added.Count && !strange.Exists(term => term.Word.Any(char.IsDigit));
    }

    // The same word in another form or with corrected spelling: "dura" and "duración", "contrto" and "contrato". Numbers must be equal.
    private static bool AreAlike(string stem, string other)
    {
        if (stem == other || stem.Any(char.IsDigit) || other.Any(char.IsDigit))
        {
            return stem == other;
        }

        var shared = stem.AsSpan().CommonPrefixLength(other);
        return shared == Math.Min(stem.Length, other.Length)
            ? shared >= MinSharedPrefix - 1
            : shared >= MinSharedPrefix && Vocabulary.IsWithinOneEdit(stem, other);
    }
}
