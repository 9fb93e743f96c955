namespace AzuSena.Conversations;

/// <summary>Selects the part of a conversation that goes into a prompt.</summary>
internal static class ConversationHistory
{
    /// <summary>
    /// The newest turns, oldest first: at most <paramref name="maxTurns"/>, whose questions and answers have at most <paramref name="maxCharacters"/>
    /// characters in total. If the last turn alone is too long, its answer is shortened, and then its question.
    /// </summary>
    public static IReadOnlyList<ConversationTurn> Newest(IReadOnlyList<ConversationTurn> turns, int maxTurns, int maxCharacters)
    {
        var kept = new List<ConversationTurn>();
        var left = maxCharacters;
        foreach (var turn in turns.Reverse().Take(maxTurns))
        {
            left -= turn.Question.Length + turn.Answer.Length;
            if (left < 0)
            {
                break;
            }

            kept.Add(turn);
        }

        if (kept.Count == 0 && turns.Count > 0)
        {
            var last = turns[^1];
            var question = Shorten(last.Question, maxCharacters);
            kept.Add(last with { Question = question, Answer = Shorten(last.Answer, maxCharacters - question.Length) });
        }

        kept.Reverse();
        return kept;
    }

    /// <summary>The beginning of a text, with an ellipsis if it was cut; never splits a character.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = Math.Max(0, length - 1);
        end -= end > 0 && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return length <= 0 ? "" : text[..end] + "…";
    }
}
