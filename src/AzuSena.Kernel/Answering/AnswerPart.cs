using AzuSena.Answering.Grounding;
using AzuSena.Answering.Grounding.Judging;
using AzuSena.Answers;
using AzuSena.Models;
using AzuSena.Passages;
using AzuSena.Prompts;

namespace AzuSena.Answering;

/// <summary>Something that a composer gives: a piece of the text, or what is to be known of it.</summary>
public abstract record AnswerPart;

/// <summary>A piece of an answer's text.</summary>
/// <param name="Text">To be appended as it is.</param>
/// <param name="Citation">The passage behind it, where the piece ends with a citation mark.</param>
public sealed record AnswerPiece(string Text, Citation? Citation = null) : AnswerPart;

/// <summary>The passages that the text which follows may cite.</summary>
/// <param name="Passages">The first is [1].</param>
public sealed record AnswerSources(IReadOnlyList<Passage> Passages) : AnswerPart;

/// <summary>A citation mark as a model wrote it, about what was said just before. It is no text yet: what it names is checked first.</summary>
/// <param name="Numbers">The passages that it names, from 1.</param>
public sealed record AnswerMark(IReadOnlyList<int> Numbers) : AnswerPart;

/// <summary>The sentence that the text so far ends with, held against the passages.</summary>
/// <param name="Text">The sentence without its marks.</param>
/// <param name="Lead">How much white space stands before it.</param>
/// <param name="Length">How long it is in the text, its marks included.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Citations">The passages behind it.</param>
/// <param name="IsRetracted">Whether it is taken back.</param>
internal sealed record GroundedSentence(string Text, int Lead, int Length, SentenceVerdict Verdict, IReadOnlyList<Citation> Citations, bool IsRetracted) : AnswerPart;

/// <summary>What a model said of a sentence that overlap left in doubt, once the answer was whole.</summary>
/// <param name="Index">Which of the answer's grounded sentences it is, from 0.</param>
/// <param name="Judgement">What it said.</param>
/// <param name="Citation">What of the passage says the sentence; null where none does.</param>
internal sealed record JudgedSentence(int Index, Judgement Judgement, Citation? Citation) : AnswerPart;

/// <summary>Something that whoever asks is told beside the text.</summary>
/// <param name="Event">Passed on as it is.</param>
public sealed record AnswerNotice(AnswerEvent Event) : AnswerPart;

/// <summary>Which prompt the text that follows is written from.</summary>
/// <param name="Rendered">The prompt as the model is given it.</param>
/// <param name="Model">The model.</param>
public sealed record AnswerPrompt(RenderedPrompt Rendered, ChatModel Model) : AnswerPart;

/// <summary>The text so far says that the documents do not answer the question.</summary>
public sealed record AnswerDeclined : AnswerPart;

/// <summary>The text so far was no part of the answer, which begins behind it.</summary>
public sealed record AnswerWithdrawn : AnswerPart;
