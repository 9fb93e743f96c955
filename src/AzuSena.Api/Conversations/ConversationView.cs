using AzuSena.Conversations;

namespace AzuSena.Api.Conversations;

/// <summary>A conversation as returned over REST.</summary>
/// <param name="ConversationId">Its id, to be sent with each question and kept secret.</param>
/// <param name="Title">Its subject; absent until a question was asked.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="ExpiresAt">When it will be deleted, unless an answer arrives before.</param>
/// <param name="Turns">Its questions and answers, oldest first.</param>
internal sealed record ConversationView(
    string ConversationId,
    string? Title,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<ConversationTurn> Turns)
{
    public static ConversationView Of(Conversation conversation) =>
        new(conversation.Id, conversation.Title, conversation.CreatedAt, conversation.ExpiresAt, conversation.Turns);
}
