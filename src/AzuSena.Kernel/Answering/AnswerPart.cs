using AzuSena.Answering.Grounding;
using AzuSena.Answering.Grounding.Judging;
using AzuSena.Answers;
using AzuSena.Models;
using AzuSena.Passages;
using AzuSena.Prompts;

namespace AzuSena.Answering;

/// <summary>A part of a composer's output: text, or information about it.</summary>
public abstract record AnswerPart;

/// <summary>A piece of the answer's text.</summary>
/// <param name="Text">The text to append.</param>
/// <param name="Citation">The cited passage, if the piece ends with a citation mark.</param>
public sealed record AnswerPiece(string Text, Citation? Citation = null) : AnswerPart;

/// <summary>A piece of the answer's text in the product's own words, which state nothing that a passage could support.</summary>
/// <param name="Text">The text to append.</param>
public sealed record AnswerRemark(string Text) : AnswerPart;

/// <summary>The passages that the following text may cite.</summary>
/// <param name="Passages">The passages; the first is [1].</param>
public sealed record AnswerSources(IReadOnlyList<Passage> Passages) : AnswerPart;

/// <summary>A citation mark as written by a model, referring to the preceding text. It is not emitted as text until it has been checked.</summary>
/// <param name="Numbers">The cited passages, from 1.</param>
public sealed record AnswerMark(IReadOnlyList<int> Numbers) : AnswerPart;

/// <summary>The sentence so far is complete, whatever follows it.</summary>
internal sealed record AnswerSentenceEnded : AnswerPart;

/// <summary>The model reached its limit of tokens: what it wrote last is not whole.</summary>
internal sealed record AnswerCutOff : AnswerPart;

/// <summary>The last sentence of the text so far, checked against the passages.</summary>
/// <param name="Text">The sentence without its marks.</param>
/// <param name="Lead">The length of the white space before it.</param>
/// <param name="Length">Its length in the text, including its marks.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Citations">The passages that support it.</param>
/// <param name="IsRetracted">Whether it is retracted.</param>
internal sealed record GroundedSentence(
    string Text, int Lead, int Length, SentenceVerdict Verdict, IReadOnlyList<Citation> Citations, bool IsRetracted) : AnswerPart;

/// <summary>A model's judgement of a sentence with too little word overlap, given once the answer is complete.</summary>
/// <param name="Index">The index among the answer's grounded sentences, from 0.</param>
/// <param name="Judgement">The judgement.</param>
/// <param name="Citation">The supporting text of the passage; null if there is none.</param>
internal sealed record JudgedSentence(int Index, Judgement Judgement, Citation? Citation) : AnswerPart;

/// <summary>An event for the client besides the text.</summary>
/// <param name="Event">The event, passed on unchanged.</param>
public sealed record AnswerNotice(AnswerEvent Event) : AnswerPart;

/// <summary>The prompt that the following text is written from.</summary>
/// <param name="Rendered">The rendered prompt.</param>
/// <param name="Model">The model.</param>
public sealed record AnswerPrompt(RenderedPrompt Rendered, ChatModel Model) : AnswerPart;

/// <summary>The text so far declines, because the documents do not answer the question.</summary>
public sealed record AnswerDeclined : AnswerPart;

/// <summary>The text so far is withdrawn; the answer starts after it.</summary>
public sealed record AnswerWithdrawn : AnswerPart;

/// <summary>The text so far answers by itself; what follows are conditions, exceptions and next steps.</summary>
public sealed record AnswerLeadEnded : AnswerPart;

/// <summary>What the composer knows about the whole answer.</summary>
/// <param name="Completeness">How much of what was asked the text holds.</param>
/// <param name="More">What else was found, best first.</param>
public sealed record AnswerRest(Completeness Completeness, IReadOnlyList<Citation> More) : AnswerPart;

/// <summary>What the model's server counted for its reply.</summary>
/// <param name="Usage">The tokens.</param>
public sealed record AnswerCounted(TokenUsage Usage) : AnswerPart;
