using AzuSena.Answering.Evidence;
using AzuSena.Answering.Grounding.Judging;

namespace AzuSena.Answering.Tracing;

/// <summary>How one answer came about, from the question to its last sentence.</summary>
/// <param name="QuestionId">Names the question.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Code">Why it failed: the code that whoever asked was told.</param>
/// <param name="Question">What was asked, and what was searched for.</param>
/// <param name="Settings">The settings that it was answered with.</param>
/// <param name="Retrieval">What the memory found; null where it was not searched.</param>
/// <param name="Evidence">How sure it was that this answers the question; null where it was not searched.</param>
/// <param name="Prompt">What a model was given last; null where none was asked for the answer.</param>
/// <param name="Answer">The finished answer; null where there was none.</param>
/// <param name="Steps">What happened when, each kind of event once.</param>
/// <param name="TotalMs">How long all of it took, in milliseconds.</param>
/// <param name="Shortened">Whether something was left out to keep within <c>Trace__MaxBytes</c>.</param>
/// <param name="Judgements">What a model said of sentences that overlap left in doubt; null where none was asked.</param>
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
    IReadOnlyList<TracedJudgement>? Judgements = null);

/// <summary>What a model said when it was asked whether a passage says a sentence.</summary>
/// <param name="Start">Where the sentence starts in the text as it was streamed, in UTF-16 units.</param>
/// <param name="Outcome">What it said.</param>
/// <param name="Passage">The number of the passage that says it, if any.</param>
/// <param name="Prompt">The prompt that it was asked by, with its hash.</param>
/// <param name="Ms">How long it took, in milliseconds.</param>
public sealed record TracedJudgement(int Start, JudgeOutcome Outcome, int? Passage, string Prompt, double Ms);

/// <summary>How an answer ended.</summary>
public enum TraceOutcome
{
    /// <summary>It was given.</summary>
    Answered,

    /// <summary>It was that the documents do not hold it.</summary>
    Abstained,

    /// <summary>It could not be given or finished.</summary>
    Failed,

    /// <summary>Whoever asked left, or stopped it.</summary>
    Cancelled,
}

/// <summary>A text that is known again by its hash, whether it is kept or not.</summary>
/// <param name="Sha256">Of its UTF-8 bytes, in hexadecimal.</param>
/// <param name="Text">The text; null where <c>Trace__Text</c> is off.</param>
public sealed record TracedText(string Sha256, string? Text = null);

/// <summary>A question.</summary>
/// <param name="Asked">As it was asked.</param>
/// <param name="Standalone">As it was searched for: a follow-up made complete.</param>
/// <param name="InConversation">Whether it was asked in a conversation.</param>
/// <param name="MaxPassages">How many passages its answer could draw on.</param>
/// <param name="PromptVariant">The variant of the prompt that it asked for, if any.</param>
public sealed record TracedQuestion(TracedText Asked, TracedText Standalone, bool InConversation, int MaxPassages, string? PromptVariant);

/// <summary>What an answer depends on beside the question and the documents.</summary>
/// <param name="Version">The version of the product.</param>
/// <param name="Mode">How the answer was to be made; null where it was not begun.</param>
/// <param name="AbstainBelow">Below this confidence the answer was to be that the documents do not hold it.</param>
/// <param name="UncertainBelow">Below this confidence it was to be marked as uncertain.</param>
/// <param name="Unsupported">What was to become of sentences that no passage holds.</param>
/// <param name="MinScore">What a passage needed at least to be found.</param>
public sealed record TracedSettings(string Version, string? Mode, double AbstainBelow, double UncertainBelow, string Unsupported, double MinScore);

/// <summary>What happened, all events of one kind together.</summary>
/// <param name="Step">The event, as the stream names it.</param>
/// <param name="Detail">Of which tool or mode.</param>
/// <param name="Ms">When the first came, in milliseconds after the question.</param>
/// <param name="Count">How many came.</param>
/// <param name="LastMs">When the last came, where there were more.</param>
public sealed record TracedStep(string Step, string? Detail, double Ms, int Count, double? LastMs);

/// <summary>What a model was given.</summary>
/// <param name="Version">The prompt, with the hash of its files.</param>
/// <param name="Variant">Its variant; <c>base</c> for the prompt itself.</param>
/// <param name="Sha256">Over the roles and texts of the rendered messages: the same hash is the same request.</param>
/// <param name="Mode">The server and its model.</param>
/// <param name="Model">The settings that the model was asked with.</param>
public sealed record TracedPrompt(string Version, string Variant, string Sha256, string Mode, TracedModel Model);

/// <summary>The settings of a model.</summary>
/// <param name="Name">Its name at the server.</param>
/// <param name="Temperature">How freely it writes.</param>
/// <param name="TopP">The share of likely tokens that are drawn from.</param>
/// <param name="Seed">What made it repeatable, if anything.</param>
/// <param name="MaxOutputTokens">Tokens that its reply could take.</param>
/// <param name="ContextTokens">Tokens that prompt and reply could take together.</param>
/// <param name="Tools">The tools that it could call.</param>
public sealed record TracedModel(string? Name, float? Temperature, float? TopP, long? Seed, int? MaxOutputTokens, int ContextTokens, IReadOnlyList<string> Tools);
