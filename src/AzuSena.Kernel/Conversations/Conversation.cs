using AzuSena.Answers;

namespace AzuSena.Conversations;

/// <summary>What was asked and answered so far.</summary>
/// <param name="Id">Its unguessable name.</param>
/// <param name="Title">What it is about, in a few words; null until something was asked.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="ExpiresAt">When it will be forgotten, unless an answer comes before.</param>
/// <param name="Turns">The turns that are kept, oldest first.</param>
public sealed record Conversation(string Id, string? Title, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, IReadOnlyList<ConversationTurn> Turns);

/// <summary>A question with its finished answer.</summary>
/// <param name="QuestionId">Names the question in the log.</param>
/// <param name="Question">The question as it was asked.</param>
/// <param name="StandaloneQuestion">The question as it was understood on its own; the same text where it needed nothing.</param>
/// <param name="Answer">The answer's text (Markdown).</param>
/// <param name="Mode">How it was made.</param>
/// <param name="Abstained">Whether the documents did not answer the question.</param>
/// <param name="Citations">The passages behind the answer.</param>
/// <param name="AnsweredAt">When the answer was whole.</param>
public sealed record ConversationTurn(
    string QuestionId,
    string Question,
    string StandaloneQuestion,
    string Answer,
    string Mode,
    bool Abstained,
    IReadOnlyList<TurnCitation> Citations,
    DateTimeOffset AnsweredAt);

/// <summary>A passage that an answer of the past drew on. The passage may have been replaced since; its document's title is kept with it.</summary>
/// <param name="Number">Its mark in the answer, as <c>[1]</c>.</param>
/// <param name="PassageId">Opens the passage.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Quote">The words quoted, as they stood in the passage; null in turns of before they were kept.</param>
/// <param name="Start">Where the quote started in the passage's text, in UTF-16 units.</param>
/// <param name="End">Where it ended, exclusive.</param>
public sealed record TurnCitation(int Number, string PassageId, string Title, string? Quote = null, int? Start = null, int? End = null)
{
    /// <summary>What is kept of a citation.</summary>
    public static TurnCitation Of(Citation citation) => new(citation.Number, citation.PassageId, citation.Title, citation.Quote, citation.Start, citation.End);
}
