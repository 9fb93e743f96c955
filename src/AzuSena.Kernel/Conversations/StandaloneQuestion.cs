using AzuSena.Answers;
using AzuSena.Conversations.FollowUps;
using AzuSena.Courtesies;
using AzuSena.Spanish.Legal;

namespace AzuSena.Conversations;

/// <summary>
/// Turns a follow-up question ("¿y cuánto dura?") into one that can be searched by itself, without a model: where the question leaves something out,
/// the words of the last turn that say it are put behind it ("¿y cuánto dura? (contrato de aprendizaje)"). A question that stands on its own, or
/// changes the subject, stays as it is.
/// </summary>
/// <remarks>docs/decisions/0012-conversations.md has the rule and what it was tried on.</remarks>
public static class StandaloneQuestion
{
    /// <summary>The question, complete by itself. Never longer than <see cref="Question.MaxLength"/>.</summary>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="turns">The conversation so far, oldest first.</param>
    public static string From(string question, IReadOnlyList<ConversationTurn> turns)
    {
        // Nothing can be missed from a greeting, nor in one.
        if (SmallTalk.ReplyTo(question) is not null || turns.LastOrDefault(turn => SmallTalk.ReplyTo(turn.Question) is null) is not { } last)
        {
            return question;
        }

        var carried = Carried(question, last);
        var complete = carried.Length == 0 ? question : $"{question} ({carried})";
        return complete.Length <= Question.MaxLength ? complete : question;
    }

    /// <summary>
    /// What a model made of the question, if it can be used, or else what the rule makes of it. See <see cref="FollowUps.RewriteCheck"/> for what is
    /// refused.
    /// </summary>
    /// <param name="original">The question as it was asked.</param>
    /// <param name="rewritten">What the model wrote.</param>
    /// <param name="turns">The conversation so far, oldest first.</param>
    public static string Accept(string original, string? rewritten, IReadOnlyList<ConversationTurn> turns) =>
        RewriteCheck.Cleaned(original, rewritten, turns) ?? From(original, turns);

    private static string Carried(string question, ConversationTurn last)
    {
        // "¿Y el artículo 49?" leaves out the law; anything more of the last question would be looked up beside it.
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
