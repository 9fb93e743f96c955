namespace AzuSena.Answering.Tracing;

/// <summary>A trace ready to be written, within <c>Trace__MaxBytes</c>.</summary>
/// <param name="QuestionId">The question's id.</param>
/// <param name="Owner">The caller, if callers are identified.</param>
/// <param name="Conversation">The hash of the conversation's id, if any.</param>
/// <param name="AskedAt">When the question was asked.</param>
/// <param name="Json">The trace.</param>
internal sealed record TraceRow(string QuestionId, string? Owner, byte[]? Conversation, DateTimeOffset AskedAt, string Json);
