using System.Text.Json.Serialization;
using AzuSena.Answering.Evidence;
using AzuSena.Answering.Grounding.Judging;

namespace AzuSena.Answering.Tracing;

/// <summary>The trace of one answer, from the question to its last sentence.</summary>
/// <param name="QuestionId">The question's id.</param>
/// <param name="AskedAt">When the question was asked.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Code">The error code reported to the client, if the answer failed.</param>
/// <param name="Question">The original and the searched question.</param>
/// <param name="Settings">The settings of the answer.</param>
/// <param name="Retrieval">The search; null if none took place.</param>
/// <param name="Evidence">The confidence that the result answers the question; null if no search took place.</param>
/// <param name="Prompt">The last prompt given to a model; null if no model was asked for the answer.</param>
/// <param name="Answer">The finished answer; null if there was none.</param>
/// <param name="Steps">The events with their times, each kind once.</param>
/// <param name="TotalMs">The total duration, in milliseconds.</param>
/// <param name="Shortened">Whether something was omitted to stay within <c>Trace__MaxBytes</c>.</param>
/// <param name="Judgements">A model's judgements of sentences with too little word overlap; null if none was asked.</param>
/// <param name="Routing">How the question was held against the tools' patterns; null if it was not, or no pattern comes near.</param>
public sealed record AnswerTrace(
    string QuestionId,
    DateTimeOffset AskedAt,
    TraceOutcome Outcome,
    string? Code,
    TracedQuestion Question,
    TracedSettings Settings,
    TracedRetrieval? Retrieval,
    WeighedEvidence? Evidence,
    TracedPrompt? Prompt,
    TracedAnswer? Answer,
    IReadOnlyList<TracedStep> Steps,
    double TotalMs,
    bool Shortened = false,
    IReadOnlyList<TracedJudgement>? Judgements = null,
    TracedRouting? Routing = null);

/// <summary>A model's judgement of whether a passage supports a sentence.</summary>
/// <param name="Start">Start of the sentence in the streamed text, in UTF-16 units.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Passage">The number of the supporting passage, if any.</param>
/// <param name="Prompt">The prompt used, with its hash.</param>
/// <param name="Ms">The duration, in milliseconds.</param>
public sealed record TracedJudgement(int Start, JudgeOutcome Outcome, int? Passage, string Prompt, double Ms);

/// <summary>The outcome of an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TraceOutcome>))]
public enum TraceOutcome
{
    /// <summary>The answer was given.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>The answer was an abstention.</summary>
    [JsonStringEnumMemberName("abstained")]
    Abstained,

    /// <summary>The answer could not be started or completed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>The client disconnected or stopped the answer.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}

/// <summary>A text that is identified by its hash, whether or not the text itself is stored.</summary>
/// <param name="Sha256">The hash of its UTF-8 bytes, in hexadecimal.</param>
/// <param name="Text">The text; null if <c>Trace__Text</c> is off.</param>
public sealed record TracedText(string Sha256, string? Text = null);

/// <summary>A question.</summary>
/// <param name="Asked">The original question.</param>
/// <param name="Standalone">The standalone question that was searched.</param>
/// <param name="InConversation">Whether it was asked in a conversation.</param>
/// <param name="MaxPassages">The maximum number of passages for the answer.</param>
/// <param name="PromptVariant">The requested prompt variant, if any.</param>
/// <param name="Previous">The question before it in its conversation, if its words were counted.</param>
public sealed record TracedQuestion(
    TracedText Asked, TracedText Standalone, bool InConversation, int MaxPassages, string? PromptVariant, TracedText? Previous = null);

/// <summary>The settings that determine an answer besides the question and the documents.</summary>
/// <param name="Version">The version of the product.</param>
/// <param name="Mode">How the answer was to be made; null if it was not started.</param>
/// <param name="AbstainBelow">The confidence below which the service abstains.</param>
/// <param name="UncertainBelow">The confidence below which an answer is marked as uncertain.</param>
/// <param name="Unsupported">The policy for unsupported sentences.</param>
/// <param name="MinScore">The minimum score of a passage.</param>
public sealed record TracedSettings(string Version, string? Mode, double AbstainBelow, double UncertainBelow, string Unsupported, double MinScore);

/// <summary>All events of one kind.</summary>
/// <param name="Step">The event's name in the stream.</param>
/// <param name="Detail">The tool or mode.</param>
/// <param name="Ms">When the first occurred, in milliseconds after the question.</param>
/// <param name="Count">The number of events.</param>
/// <param name="LastMs">When the last occurred, if there were several.</param>
public sealed record TracedStep(string Step, string? Detail, double Ms, int Count, double? LastMs);

/// <summary>The input of a model.</summary>
/// <param name="Version">The prompt, with the hash of its files.</param>
/// <param name="Variant">The variant; <c>base</c> for the prompt itself.</param>
/// <param name="Sha256">The hash of the roles and texts of the rendered messages: equal hashes mean equal requests.</param>
/// <param name="Mode">The server and the model.</param>
/// <param name="Model">The model's settings.</param>
public sealed record TracedPrompt(string Version, string Variant, string Sha256, string Mode, TracedModel Model);

/// <summary>The settings of a model request.</summary>
/// <param name="Name">The model's name at the server.</param>
/// <param name="Temperature">The sampling temperature.</param>
/// <param name="TopP">The probability mass of the tokens sampled from.</param>
/// <param name="Seed">The random seed, if any.</param>
/// <param name="MaxOutputTokens">The maximum tokens of the reply.</param>
/// <param name="ContextTokens">The maximum tokens of prompt and reply together.</param>
/// <param name="Tools">The tools that the model could call.</param>
public sealed record TracedModel(
    string? Name, float? Temperature, float? TopP, long? Seed, int? MaxOutputTokens, int ContextTokens, IReadOnlyList<string> Tools);
