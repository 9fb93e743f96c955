using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Errors;

namespace AzuSena.Answers;

/// <summary>
/// One step of an answer as it comes about. Every way in is a stream of these: it starts with <see cref="AnswerStarted"/>, after what was
/// heard where the question was spoken, and ends with exactly <see cref="AnswerCompleted"/> or <see cref="AnswerFailed"/>. The text of the
/// answer is the <see cref="AnswerToken"/>s put together.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AnswerStarted), "answer_started")]
[JsonDerivedType(typeof(TranscriptionPartial), "transcription_partial")]
[JsonDerivedType(typeof(TranscriptionCompleted), "transcription_completed")]
[JsonDerivedType(typeof(QuestionRewritten), "question_rewritten")]
[JsonDerivedType(typeof(PassagesRetrieved), "passages_retrieved")]
[JsonDerivedType(typeof(QueuePosition), "queue_position")]
[JsonDerivedType(typeof(ModelLoading), "model_loading")]
[JsonDerivedType(typeof(ReasoningToken), "reasoning_token")]
[JsonDerivedType(typeof(ToolCalled), "tool_called")]
[JsonDerivedType(typeof(ToolReturned), "tool_returned")]
[JsonDerivedType(typeof(ModeChanged), "mode_changed")]
[JsonDerivedType(typeof(AnswerAbstained), "answer_abstained")]
[JsonDerivedType(typeof(AnswerToken), "answer_token")]
[JsonDerivedType(typeof(SentenceGrounded), "sentence_grounded")]
[JsonDerivedType(typeof(AnswerCompleted), "answer_completed")]
[JsonDerivedType(typeof(AnswerFailed), "answer_failed")]
public abstract record AnswerEvent;

/// <summary>The question was accepted.</summary>
/// <param name="QuestionId">Names the question in logs and later calls.</param>
/// <param name="Mode">How the answer is to be made: <c>extractive</c>, or the server and its model, such as <c>ollama:mistral:7b</c>.</param>
public sealed record AnswerStarted(string QuestionId, string Mode) : AnswerEvent;

/// <summary>What was heard so far of a spoken question; each replaces the one before.</summary>
/// <param name="Text">The text from the beginning of the recording.</param>
public sealed record TranscriptionPartial(string Text) : AnswerEvent;

/// <summary>A spoken question was heard to its end; <see cref="Transcription.Text"/> is what is asked.</summary>
/// <param name="Transcription">All that was heard.</param>
public sealed record TranscriptionCompleted(Transcription Transcription) : AnswerEvent;

/// <summary>The question was made complete by itself, put into Spanish, or found within a longer text; this is what is searched and answered.</summary>
/// <param name="Question">The question in its complete form.</param>
public sealed record QuestionRewritten(string Question) : AnswerEvent;

/// <summary>The memory was searched.</summary>
/// <param name="Passages">What was found, best first.</param>
/// <param name="Corrections">Words of the question that were read as another.</param>
public sealed record PassagesRetrieved(IReadOnlyList<RetrievedPassage> Passages, IReadOnlyList<SpellingCorrection> Corrections) : AnswerEvent;

/// <summary>A passage that the answer may draw on.</summary>
/// <param name="PassageId">Opens the passage.</param>
/// <param name="Title">The document's title.</param>
/// <param name="HeadingPath">The headings above it, outermost first.</param>
/// <param name="Score">0 to 1, comparable within this search only.</param>
public sealed record RetrievedPassage(string PassageId, string Title, IReadOnlyList<string> HeadingPath, double Score);

/// <summary>The question waits for the model. Sent again whenever the position changes, for each time that the model is asked.</summary>
/// <param name="Position">1 for the one that is next.</param>
public sealed record QueuePosition(int Position) : AnswerEvent;

/// <summary>The model is not in memory yet, so that its first token will take a while.</summary>
/// <param name="Model">Its name.</param>
public sealed record ModelLoading(string Model) : AnswerEvent;

/// <summary>The next piece of what the model thinks before it writes. It is no part of the answer, and may be wrong where the answer is right.</summary>
/// <param name="Text">To be appended as it is.</param>
public sealed record ReasoningToken(string Text) : AnswerEvent;

/// <summary>The model calls a tool.</summary>
/// <param name="Name">The tool, as the model knows it: <c>calendar_is_holiday</c>.</param>
/// <param name="Arguments">What it is called with, a JSON object.</param>
public sealed record ToolCalled(string Name, JsonElement Arguments) : AnswerEvent;

/// <summary>A tool that the model called has returned.</summary>
/// <param name="Name">The tool, as the model knows it.</param>
/// <param name="Result">What the model is told, shortened; null where the tool failed.</param>
/// <param name="Failed">Whether it failed; the model answers without it.</param>
public sealed record ToolReturned(string Name, string? Result, bool Failed) : AnswerEvent;

/// <summary>The model failed before it wrote anything, and the answer is made in another way.</summary>
/// <param name="Mode">How it is made from here on.</param>
/// <param name="Code">Stable name of what went wrong.</param>
public sealed record ModeChanged(string Mode, string Code) : AnswerEvent;

/// <summary>The documents do not answer the question, which the answer's text says.</summary>
/// <param name="Confidence">Probability that the documents answer it, 0 to 1.</param>
/// <param name="ClosestTitles">Titles of the closest documents, which may help all the same.</param>
public sealed record AnswerAbstained(double Confidence, IReadOnlyList<string> ClosestTitles) : AnswerEvent;

/// <summary>The next piece of the answer's text (Markdown).</summary>
/// <param name="Text">To be appended as it is.</param>
public sealed record AnswerToken(string Text) : AnswerEvent;

/// <summary>A finished sentence of the answer was held against the passages.</summary>
/// <param name="Grounding">What came of it; its place is that in the text as it was streamed.</param>
/// <param name="Retracted">Whether the sentence is taken back: the finished answer does not hold it.</param>
public sealed record SentenceGrounded(SentenceGrounding Grounding, bool Retracted = false) : AnswerEvent;

/// <summary>The answer is whole.</summary>
/// <param name="Answer">All of it.</param>
public sealed record AnswerCompleted(Answer Answer) : AnswerEvent;

/// <summary>The answer could not be given or finished.</summary>
/// <param name="Code">Stable name of what went wrong.</param>
/// <param name="Message">The same for a person, in Spanish.</param>
/// <param name="RetryAfterSeconds">When to try again, where that can be estimated.</param>
public sealed record AnswerFailed(string Code, string Message, int? RetryAfterSeconds = null) : AnswerEvent
{
    /// <summary>The same as the one exception that may carry text to a person.</summary>
    public AzuSenaException ToException() => new(ErrorCodeNames.Parse(Code), Message)
    {
        RetryAfter = RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };
}
