using AzuSena.Conversations;

namespace AzuSena.Api.Conversations;

/// <summary>A conversation as REST shows it.</summary>
/// <param name="ConversationId">Its id, to be sent with each question and kept secret.</param>
/// <param name="Title">What it is about; absent until something was asked.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="ExpiresAt">When it will be forgotten, unless an answer comes before.</param>
/// <param name="Turns">Its questions and answers, oldest first.</param>
internal sealed record ConversationView(string ConversationId, string? Title, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, IReadOnlyList<ConversationTurn> Turns)
{
    public static ConversationView Of(Conversation conversation) =>
        new(conversation.Id, conversation.Title, conversation.CreatedAt, conversation.ExpiresAt, conversation.Turns);
}
