using AzuSena.Answers;

namespace AzuSena.Conversations;

/// <summary>A conversation with its turns.</summary>
/// <param name="Id">Its unguessable id.</param>
/// <param name="Title">A short title; null until the first question.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">When it expires, unless another answer is given before.</param>
/// <param name="Turns">The stored turns, oldest first.</param>
public sealed record Conversation(string Id, string? Title, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, IReadOnlyList<ConversationTurn> Turns);

/// <summary>A question with its finished answer.</summary>
/// <param name="QuestionId">The question's id, used in logs.</param>
/// <param name="Question">The original question.</param>
/// <param name="StandaloneQuestion">The question as a standalone question; the same text if no rewriting was needed.</param>
/// <param name="Answer">The answer's text (Markdown).</param>
/// <param name="Mode">How the answer was made.</param>
/// <param name="Abstained">Whether the documents did not answer the question.</param>
/// <param name="Citations">The cited passages.</param>
/// <param name="AnsweredAt">When the answer was completed.</param>
/// <param name="Completeness">How much of what was asked the answer holds.</param>
/// <param name="Lead">The beginning of the answer that answers by itself; null for an abstention, and in turns stored before leads were recorded.</param>
/// <param name="More">What else was found, as it was quoted; null if there was nothing more.</param>
public sealed record ConversationTurn(
    string QuestionId,
    string Question,
    string StandaloneQuestion,
    string Answer,
    string Mode,
    bool Abstained,
    IReadOnlyList<TurnCitation> Citations,
    DateTimeOffset AnsweredAt,
    Completeness Completeness = Completeness.Complete,
    string? Lead = null,
    IReadOnlyList<Citation>? More = null);

/// <summary>A passage cited by a stored answer. The passage may have been replaced since; its document's title is stored with the citation.</summary>
/// <param name="Number">The citation number, as <c>[1]</c>.</param>
/// <param name="PassageId">The passage's id.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Quote">The quoted text, as it was in the passage; null in turns stored before quotes were recorded.</param>
/// <param name="Start">Start of the quote in the passage's text, in UTF-16 units.</param>
/// <param name="End">End of the quote, exclusive.</param>
public sealed record TurnCitation(int Number, string PassageId, string Title, string? Quote = null, int? Start = null, int? End = null)
{
    /// <summary>Converts a citation for storage.</summary>
    public static TurnCitation Of(Citation citation) => new(citation.Number, citation.PassageId, citation.Title, citation.Quote, citation.Start, citation.End);
}
