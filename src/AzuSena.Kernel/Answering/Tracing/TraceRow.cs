namespace AzuSena.Answering.Tracing;

/// <summary>A trace as it is written: built, and within <c>Trace__MaxBytes</c>.</summary>
/// <param name="QuestionId">Names the question.</param>
/// <param name="Owner">Who asked, where callers are told apart.</param>
/// <param name="Conversation">The hash of the conversation's id, if it was asked in one.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="Json">The trace.</param>
internal sealed record TraceRow(string QuestionId, string? Owner, byte[]? Conversation, DateTimeOffset AskedAt, string Json);
