namespace AzuSena.Conversations;

/// <summary>Records related to conversations, such as ratings and traces. They are deleted before their conversation.</summary>
internal interface IConversationRecords
{
    /// <summary>Deletes the records of these conversations; from then on no record of them is stored, however late it arrives.</summary>
    /// <param name="conversationIds">Their ids.</param>
    /// <param name="cancellationToken">Cancels waiting for another change; a deletion in progress is completed.</param>
    /// <exception cref="Errors.AzuSenaException"><see cref="Errors.ErrorCode.StoreUnavailable"/>: nothing has changed.</exception>
    Task ForgetConversationsAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellationToken);
}
