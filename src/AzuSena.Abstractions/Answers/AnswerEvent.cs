using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Errors;

namespace AzuSena.Answers;

/// <summary>
/// One step of an answer in progress. Every interface of the service produces a stream of these events: it starts with <see cref="AnswerStarted"/>, preceded by
/// the transcription if the question was spoken, and ends with exactly one <see cref="AnswerCompleted"/> or <see cref="AnswerFailed"/>. The text of the answer
/// is the concatenation of the <see cref="AnswerToken"/>s.
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
/// <param name="QuestionId">The question's id, used in logs and later calls.</param>
/// <param name="Mode">How the answer will be made: <c>extractive</c>, or the server and its model, such as <c>ollama:mistral:7b</c>.</param>
public sealed record AnswerStarted(string QuestionId, string Mode) : AnswerEvent;

/// <summary>The partial transcription of a spoken question; each replaces the previous one.</summary>
/// <param name="Text">The text from the beginning of the recording.</param>
public sealed record TranscriptionPartial(string Text) : AnswerEvent;

/// <summary>A spoken question was transcribed; <see cref="Transcription.Text"/> is the question.</summary>
/// <param name="Transcription">The whole transcription.</param>
public sealed record TranscriptionCompleted(Transcription Transcription) : AnswerEvent;

/// <summary>The question was made standalone, translated into Spanish, or extracted from a longer text; the result is searched and answered.</summary>
/// <param name="Question">The rewritten question.</param>
public sealed record QuestionRewritten(string Question) : AnswerEvent;

/// <summary>The documents were searched.</summary>
/// <param name="Passages">The passages found, best first.</param>
/// <param name="Corrections">Spelling corrections of the question's words.</param>
public sealed record PassagesRetrieved(IReadOnlyList<RetrievedPassage> Passages, IReadOnlyList<SpellingCorrection> Corrections) : AnswerEvent;

/// <summary>A passage that the answer may draw on.</summary>
/// <param name="PassageId">The passage's id.</param>
/// <param name="Title">The document's title.</param>
/// <param name="HeadingPath">The headings above the passage, outermost first.</param>
/// <param name="Score">0 to 1, comparable within this search only.</param>
public sealed record RetrievedPassage(string PassageId, string Title, IReadOnlyList<string> HeadingPath, double Score);

/// <summary>The question is queued for the model. Sent whenever the position changes, once per model request.</summary>
/// <param name="Position">The position, from 1.</param>
public sealed record QueuePosition(int Position) : AnswerEvent;

/// <summary>The model is not loaded yet, so its first token will be delayed.</summary>
/// <param name="Model">The model's name.</param>
public sealed record ModelLoading(string Model) : AnswerEvent;

/// <summary>The next piece of the model's reasoning. It is not part of the answer, and may be wrong even if the answer is right.</summary>
/// <param name="Text">The text to append.</param>
public sealed record ReasoningToken(string Text) : AnswerEvent;

/// <summary>A tool is called: by the model, or because its author says that it answers the question.</summary>
/// <param name="Name">The tool's name as the model knows it: <c>calendar_is_holiday</c>.</param>
/// <param name="Arguments">The arguments, a JSON object.</param>
/// <param name="Title">The tool's name for people: <c>Calendario</c>; null if it has none.</param>
/// <param name="Asked">The arguments as people read them: <c>25 de diciembre de 2026</c>; null if there are none.</param>
public sealed record ToolCalled(string Name, JsonElement Arguments, string? Title = null, string? Asked = null) : AnswerEvent;

/// <summary>A tool that was called has returned.</summary>
/// <param name="Name">The tool's name as the model knows it.</param>
/// <param name="Result">The result, shortened; null if the tool failed.</param>
/// <param name="Failed">Whether the tool failed; the answer is made without it.</param>
/// <param name="Title">The tool's name for people; null if it has none.</param>
public sealed record ToolReturned(string Name, string? Result, bool Failed, string? Title = null) : AnswerEvent;

/// <summary>The model failed before it wrote anything; the answer is made in another mode.</summary>
/// <param name="Mode">The new mode.</param>
/// <param name="Code">Stable code of the failure.</param>
public sealed record ModeChanged(string Mode, string Code) : AnswerEvent;

/// <summary>The documents do not answer the question; the answer's text says so.</summary>
/// <param name="Confidence">Probability that the documents answer it, 0 to 1.</param>
/// <param name="Closest">The best passage of each of the closest documents, which may still help.</param>
public sealed record AnswerAbstained(double Confidence, IReadOnlyList<ClosestPassage> Closest) : AnswerEvent
{
    /// <summary>The titles of the closest documents.</summary>
    public IReadOnlyList<string> ClosestTitles => [.. Closest.Select(passage => passage.Title)];
}

/// <summary>A passage to read where the documents do not answer a question.</summary>
/// <param name="Title">The document's title.</param>
/// <param name="PassageId">The passage's id.</param>
public sealed record ClosestPassage(string Title, string PassageId);

/// <summary>The next piece of the answer's text (Markdown).</summary>
/// <param name="Text">The text to append.</param>
public sealed record AnswerToken(string Text) : AnswerEvent;

/// <summary>A finished sentence of the answer was checked against the passages and the results of tools.</summary>
/// <param name="Grounding">The result; its offsets refer to the streamed text.</param>
/// <param name="Retracted">Whether the sentence is retracted: the finished answer does not contain it.</param>
public sealed record SentenceGrounded(SentenceGrounding Grounding, bool Retracted = false) : AnswerEvent;

/// <summary>The answer is complete.</summary>
/// <param name="Answer">The whole answer.</param>
public sealed record AnswerCompleted(Answer Answer) : AnswerEvent;

/// <summary>The answer could not be started or completed.</summary>
/// <param name="Code">Stable error code.</param>
/// <param name="Message">The same as a Spanish message for the user.</param>
/// <param name="RetryAfterSeconds">Seconds until a retry is sensible, if that can be estimated.</param>
public sealed record AnswerFailed(string Code, string Message, int? RetryAfterSeconds = null) : AnswerEvent
{
    /// <summary>The same failure as an <see cref="AzuSenaException"/>.</summary>
    public AzuSenaException ToException() => new(ErrorCodeNames.Parse(Code), Message)
    {
        RetryAfter = RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };
}
