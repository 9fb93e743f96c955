using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Prompts.Budget;

namespace AzuSena.Api.OpenAi.Requests;

/// <summary>
/// A conversation as a client sends it with each request: the last message of the user is the question, those before it the turns so far. What its system
/// messages ask for is a wish for a model, which lifts no rule, and is not searched.
/// </summary>
internal sealed class ToldConversation
{
    private ToldConversation(ToldMessage question, IReadOnlyList<ToldTurn> turns, string? wish, IReadOnlyList<AnswerNote> notes, int tokens)
    {
        Question = question;
        Turns = turns;
        Wish = wish;
        Notes = notes;
        Tokens = tokens;
    }

    /// <summary>The question.</summary>
    public ToldMessage Question { get; }

    /// <summary>The turns before it, oldest first.</summary>
    public IReadOnlyList<ToldTurn> Turns { get; }

    /// <summary>What the system messages ask for; null if there are none.</summary>
    public string? Wish { get; }

    /// <summary>What was passed over, and why.</summary>
    public IReadOnlyList<AnswerNote> Notes { get; }

    /// <summary>The estimated tokens of all messages.</summary>
    public int Tokens { get; }

    /// <summary>Reads the messages of a request.</summary>
    /// <param name="messages">The messages, oldest first.</param>
    /// <param name="field">The request's field that holds them.</param>
    /// <exception cref="AzuSenaException">There is no question, or one that is no text.</exception>
    public static ToldConversation Of(IReadOnlyList<ToldMessage> messages, string field)
    {
        var question = messages.LastOrDefault(message => message.Role is MessageRole.User)
            ?? throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("UserMessageMissing", field)) { Field = field };
        if (question.Other is { } other)
        {
            throw JsonRequest.NotAble(other, "OnlyText");
        }

        var before = messages.TakeWhile(message => message != question).ToList();
        var wishes = messages.Where(message => message.Role is MessageRole.System && message.Text.Length > 0).Select(message => message.Text).ToList();
        var behind = AddedContext.QuestionBehind(question.Text);
        return new ToldConversation(
            behind is null ? question : question with { Text = behind },
            TurnsOf(before),
            wishes.Count > 0 ? string.Join('\n', wishes) : null,
            [.. NotesOf(messages), .. behind is null ? Array.Empty<AnswerNote>() : [AnswerNote.Of("context_ignored", question.Field)]],
            messages.Sum(message => TokenEstimate.Of(message.Text) + TokenEstimate.PerMessage));
    }

    // Several messages in a row of one side are one; an answer without a question before it belongs to no turn.
    private static List<ToldTurn> TurnsOf(IEnumerable<ToldMessage> messages)
    {
        var turns = new List<ToldTurn>();
        var isAnswered = true;
        foreach (var message in messages.Where(message => !string.IsNullOrWhiteSpace(message.Text)))
        {
            if (message.Role is MessageRole.User)
            {
                if (isAnswered)
                {
                    turns.Add(new ToldTurn(message.Text, ""));
                }
                else
                {
                    turns[^1] = turns[^1] with { Question = $"{turns[^1].Question}\n{message.Text}" };
                }

                isAnswered = false;
            }
            else if (message.Role is MessageRole.Assistant && turns.Count > 0)
            {
                turns[^1] = turns[^1] with { Answer = isAnswered ? $"{turns[^1].Answer}\n{message.Text}" : message.Text };
                isAnswered = true;
            }
        }

        return turns;
    }

    private static IEnumerable<AnswerNote> NotesOf(IReadOnlyList<ToldMessage> messages)
    {
        if (messages.FirstOrDefault(message => message.Role is MessageRole.System && message.Text.Length > 0) is { } system)
        {
            yield return AnswerNote.Of("system_message_is_a_wish", system.Field);
        }

        if (messages.FirstOrDefault(message => message.Other is not null) is { } other)
        {
            yield return AnswerNote.Of("part_ignored", other.Other!);
        }

        if (messages.FirstOrDefault(message => message.Role is MessageRole.Tool) is { } tool)
        {
            yield return AnswerNote.Of("tool_message_ignored", tool.Field);
        }
    }
}
