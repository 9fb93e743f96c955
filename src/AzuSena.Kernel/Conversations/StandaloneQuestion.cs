using AzuSena.Answers;
using AzuSena.Conversations.FollowUps;
using AzuSena.Courtesies;
using AzuSena.Safety;
using AzuSena.Spanish.Legal;

namespace AzuSena.Conversations;

/// <summary>
/// Turns a follow-up question ("¿y cuánto dura?") into one that can be searched on its own, without a model: the words that the question omits are taken from
/// the last turn and appended ("¿y cuánto dura? (contrato de aprendizaje)"). A question that is already standalone, or changes the subject, is left unchanged.
/// </summary>
/// <remarks>docs/decisions/0012-conversations.md describes the rule and its evaluation.</remarks>
public static class StandaloneQuestion
{
    /// <summary>The standalone question, of at most <see cref="Question.MaxLength"/> characters.</summary>
    /// <param name="question">The original question.</param>
    /// <param name="turns">The previous turns, oldest first.</param>
    public static string From(string question, IReadOnlyList<ConversationTurn> turns)
    {
        // A greeting omits nothing, nor can anything be taken from one, or from a cry for help.
        if (SmallTalk.ReplyTo(question) is not null || turns.LastOrDefault(turn => !IsApart(turn.Question)) is not { } last)
        {
            return question;
        }

        var carried = Carried(question, last);
        var complete = carried.Length == 0 ? question : $"{question} ({carried})";
        return complete.Length <= Question.MaxLength ? complete : question;
    }

    /// <summary>The model's rewriting, if it is valid, or else the rule's. See <see cref="FollowUps.RewriteCheck"/> for the reasons to reject one.</summary>
    /// <param name="original">The original question.</param>
    /// <param name="rewritten">The model's output.</param>
    /// <param name="turns">The previous turns, oldest first.</param>
    public static string Accept(string original, string? rewritten, IReadOnlyList<ConversationTurn> turns) =>
        RewriteCheck.Cleaned(original, rewritten, turns) ?? From(original, turns);

    private static bool IsApart(string question) => SmallTalk.ReplyTo(question) is not null || DangerSigns.Are(question);

    private static string Carried(string question, ConversationTurn last)
    {
        // "¿Y el artículo 49?" omits the law; any more words of the last question would be searched as well.
        var articles = RuleText.Asked(question);
        if (articles.Count > 0)
        {
            return articles.Exists(article => article.Law is null) && RuleText.NamedCode(question) is null
                ? (RuleText.FirstLaw(last.StandaloneQuestion) ?? RuleText.NamedCode(last.StandaloneQuestion))?.Name ?? ""
                : "";
        }

        var (kind, preposition) = EllipsisDetection.Of(question);
        return kind is Ellipsis.None ? "" : CarriedWords.From(last, question, kind, preposition);
    }
}
