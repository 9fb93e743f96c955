namespace AzuSena.Conversations;

/// <summary>Something that is kept of conversations beside them, as ratings and traces are. It goes with its conversation, before it.</summary>
internal interface IConversationRecords
{
    /// <summary>Deletes what is kept of these conversations; from then on nothing of them is kept, however late it comes.</summary>
    /// <param name="conversationIds">Their ids.</param>
    /// <param name="cancellationToken">Ends the waiting for another change; a deletion that is begun is carried through.</param>
    /// <exception cref="Errors.AzuSenaException"><see cref="Errors.ErrorCode.StoreUnavailable"/>: nothing has changed.</exception>
    Task ForgetConversationsAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellationToken);
}
