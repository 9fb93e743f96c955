using System.Text.Json.Serialization;
using AzuSena.Memory.Search;

namespace AzuSena.Answering;

/// <summary>
/// One step of an answer as it comes about. Every way in is a stream of these: it starts with <see cref="AnswerStarted"/> and ends with exactly
/// one <see cref="AnswerCompleted"/> or <see cref="AnswerFailed"/>. The text of the answer is the <see cref="AnswerToken"/>s put together.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AnswerStarted), "answer_started")]
[JsonDerivedType(typeof(PassagesRetrieved), "passages_retrieved")]
[JsonDerivedType(typeof(AnswerAbstained), "answer_abstained")]
[JsonDerivedType(typeof(AnswerToken), "answer_token")]
[JsonDerivedType(typeof(AnswerCompleted), "answer_completed")]
[JsonDerivedType(typeof(AnswerFailed), "answer_failed")]
public abstract record AnswerEvent;

/// <summary>The question was accepted.</summary>
/// <param name="QuestionId">Names the question in logs and later calls.</param>
/// <param name="Mode">How the answer is made: <c>extractive</c>.</param>
public sealed record AnswerStarted(string QuestionId, string Mode) : AnswerEvent;

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

/// <summary>The documents do not answer the question; the tokens that follow say so.</summary>
/// <param name="Confidence">Probability that the documents answer it, 0 to 1.</param>
/// <param name="ClosestTitles">Titles of the closest documents, which may help all the same.</param>
public sealed record AnswerAbstained(double Confidence, IReadOnlyList<string> ClosestTitles) : AnswerEvent;

/// <summary>The next piece of the answer's text (Markdown).</summary>
/// <param name="Text">To be appended as it is.</param>
public sealed record AnswerToken(string Text) : AnswerEvent;

/// <summary>The answer is whole.</summary>
/// <param name="Answer">All of it.</param>
public sealed record AnswerCompleted(Answer Answer) : AnswerEvent;

/// <summary>The answer could not be given or finished.</summary>
/// <param name="Code">Stable name of what went wrong.</param>
/// <param name="Message">The same for a person, in Spanish.</param>
public sealed record AnswerFailed(string Code, string Message) : AnswerEvent;
