using AzuSena.Conversations;
using AzuSena.Conversations.FollowUps;
using AzuSena.Spanish;

namespace AzuSena.Questions;

/// <summary>
/// Splits a question that asks several things: at its question marks, and where "y" or a comma is followed by another interrogative or verb of asking
/// ("quién fundó el SENA y en qué año"). Each part is completed with the topic of the first, as a follow-up would be.
/// </summary>
internal static class QuestionParts
{
    // "¿Cuándo y dónde me inscribo?" asks one thing of one event.
    private const int MinWordsBefore = 2;

    // More is read as a story.
    private const int MaxParts = 8;

    private const int MaxOwnNames = 1;

    /// <summary>The parts; <paramref name="core"/> alone if it asks one thing.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<BareSentence> sentences, string core)
    {
        var (parts, told, topic) = (new List<string>(), "", "");
        for (var i = 0; i < sentences.Count; i++)
        {
            var text = sentences[i].ToString();
            var isLeadIn = i + 1 < sentences.Count && sentences[i + 1].IsJoined;
            if (!sentences[i].IsQuestion && (!sentences[i].Asks || isLeadIn))
            {
                told = $"{told}{text} ";
                continue;
            }

            if (parts.Count > MaxParts)
            {
                return [core];
            }

            foreach (var piece in Split(text))
            {
                parts.Add(parts.Count == 0 ? $"{told}{piece}" : Completed(piece, topic));
                topic = topic.Length > 0 ? topic : SaidTerms.Of(piece).Named.Count > 0 ? piece : parts[0];
            }
        }

        return parts.Count < 2 ? [core] : parts;
    }

    private static List<string> Split(string question)
    {
        var words = SaidWord.Of(question);
        var hasAccents = question.Any(c => c is 'á' or 'é' or 'í' or 'ó' or 'ú' or 'Á' or 'É' or 'Í' or 'Ó' or 'Ú');
        var (pieces, from) = (new List<string>(), 0);
        var asked = QuestionPhrases.Interrogative.Match(words, 0, words.Count);
        for (var i = 1; i + 1 < words.Count; i++)
        {
            var isComma = question.AsSpan(words[i - 1].End..words[i].Start).Contains(',');
            var start = words[i].Folded is "y" or "e" ? i + 1 : isComma ? i : -1;
            if (start > 0
                && i - Math.Max(from, asked) >= (from == 0 ? MinWordsBefore : 1)
                && pieces.Count < MaxParts
                && StartsAnother(question, words, start, start > i, hasAccents, from))
            {
                pieces.Add(question[(from == 0 ? 0 : words[from].Start)..words[i - 1].End].TrimEnd(',', ' '));
                from = start;
                asked = Math.Max(start, QuestionPhrases.Interrogative.Match(words, start, words.Count));
                i = start;
            }
        }

        pieces.Add(question[(from == 0 ? 0 : words[from].Start)..]);
        return pieces.Count == 1 ? pieces : pieces.ConvertAll(piece => $"¿{piece.Trim('¿', '?', ' ', '.')}?");
    }

    private static bool StartsAnother(string question, List<SaidWord> words, int at, bool isAfterAnd, bool hasAccents, int from)
    {
        var end = QuestionPhrases.Interrogative.Match(words, at, words.Count);
        if (end < 0)
        {
            return isAfterAnd && AsksWithVerb(words, at) && !words.Skip(from).Take(at - from).Any(word => word.Folded is "si");
        }

        // Without accents "que" and "como" may be relatives; with accents elsewhere they are.
        var interrogative = question[words[end - 1].Start..words[end - 1].End];
        var isAccented = interrogative.Any(c => c is 'é' or 'í' or 'á' or 'ó' or 'É' or 'Ó' or 'Á');
        var isClear = isAccented || (!hasAccents && (isAfterAnd || words[end - 1].Folded.StartsWith("cua", StringComparison.Ordinal)));
        return isClear
            && (isAccented || end - at > 1 || words[at].Folded != "que" || !words.Skip(from + 1).Take(at - from - 2).Any(word => word.Folded == "que"));
    }

    private static bool AsksWithVerb(List<SaidWord> words, int at) =>
        at + 1 < words.Count
        && ((FollowUpWords.IsModal(words[at].Folded) && IsInfinitive(words[at + 1].Folded))
            || (words[at].Folded is "hay" or "tengo" or "toca" && words[at + 1].Folded == "que")
            || (words[at].Folded == "se" && FollowUpWords.IsModal(words[at + 1].Folded)));

    private static bool IsInfinitive(string word) =>
        FollowUpWords.IsInfinitive(word) || (FollowUpWords.IsPronoun(word) && FollowUpWords.IsInfinitive(word.TrimEnd('s')[..^2]));

    private static string Completed(string part, string first)
    {
        var words = SaidWord.Of(part);
        var asked = QuestionPhrases.Interrogative.Match(words, 0, words.Count);
        if (asked > 0 && IsFragment(words, asked) && Rest(first) is { } predicate)
        {
            return $"{part.TrimEnd('?')} {predicate}";
        }

        var named = SaidTerms.Of(part).Named;
        var isDefinition = asked > 0 && asked < words.Count && words[asked].Folded is "es" or "son";
        if (named.Count > MaxOwnNames || (isDefinition && named.Count > 0))
        {
            return part;
        }

        var turn = new ConversationTurn("", first, first, "", "", Abstained: false, [], default);
        var carried = CarriedWords.From(turn, part, Ellipsis.Subject, preposition: null);
        return carried.Length == 0 ? part : $"{part} ({carried})";
    }

    // "y en qué año", "y por cuánto tiempo", "y cuándo": the predicate is that of the first part.
    private static bool IsFragment(List<SaidWord> words, int asked) =>
        words.Count == asked || (words.Count == asked + 1 && words[0].Folded is "en" or "por" or "desde" or "hasta" or "con" or "a" or "de" or "para");

    private static string? Rest(string first)
    {
        var words = SaidWord.Of(first);
        var asked = QuestionPhrases.Interrogative.Match(words, 0, words.Count);
        return asked > 0 && asked < words.Count ? first[words[asked].Start..] : null;
    }
}
