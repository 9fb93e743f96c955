using AzuSena.Answering.Tracing;

namespace AzuSena.Cli.Replay;

/// <summary>An answer compared with its repetition.</summary>
/// <param name="QuestionId">The question's id.</param>
/// <param name="IsSame">Whether everything that can be expected to be the same is the same.</param>
/// <param name="SameGeneration">Whether the documents and their vectors are unchanged.</param>
/// <param name="SameRetrieval">Whether the search results are bit for bit the same; null if there was no search.</param>
/// <param name="SamePrompt">
/// Whether a model was given the same prompt; null if no model wrote the answer, or in a conversation, whose turns the repetition lacks.
/// </param>
/// <param name="SameAnswer">
/// Whether the answer is the same, character by character; null if there was none. A model may write another text, which does not count as a difference.
/// </param>
/// <param name="Differences">The differences.</param>
/// <param name="Then">The original trace.</param>
/// <param name="Now">The trace of the repetition.</param>
internal sealed record ReplayReport(
    string QuestionId,
    bool IsSame,
    bool SameGeneration,
    bool? SameRetrieval,
    bool? SamePrompt,
    bool? SameAnswer,
    IReadOnlyList<ReplayDifference> Differences,
    AnswerTrace Then,
    AnswerTrace Now)
{
    private const string Extractive = "extractive";

    /// <summary>Compares the two.</summary>
    public static ReplayReport Of(AnswerTrace then, AnswerTrace now)
    {
        var isExtractive = then.Answer?.Mode == Extractive;
        var retrieval = then.Retrieval is { } before
            ? now.Retrieval is { } after && RetrievalDifference.Between(before, after, then.Shortened).Count == 0
            : (bool?)null;
        var prompt = then.Prompt is { } given && !isExtractive && !then.Question.InConversation ? given.Sha256 == now.Prompt?.Sha256 : (bool?)null;
        var answer = then.Answer is { } said ? now.Answer is { } again && IsSameText(said, again) : (bool?)null;
        var mode = then.Answer is null || then.Answer.Mode == now.Answer?.Mode;
        return new ReplayReport(
            then.QuestionId,
            retrieval != false && prompt != false && mode && (answer != false || !isExtractive),
            GenerationOf(then) == GenerationOf(now),
            retrieval,
            prompt,
            answer,
            [
                .. then.Retrieval is { } old && now.Retrieval is { } current ? RetrievalDifference.Between(old, current, then.Shortened) : [],
                .. Different("mode", then.Answer?.Mode, now.Answer?.Mode, when: !mode),
                .. Different("version", then.Settings.Version, now.Settings.Version, when: then.Settings.Version != now.Settings.Version),
                .. Different("prompt", then.Prompt?.Version, now.Prompt?.Version, when: prompt == false),
                .. Different(
                    "answer",
                    then.Answer?.Response.Text ?? then.Answer?.Response.Sha256,
                    now.Answer?.Response.Text ?? now.Answer?.Response.Sha256,
                    when: answer == false),
            ],
            then,
            now);
    }

    private static (string?, long?, long?, int?) GenerationOf(AnswerTrace trace) =>
        (trace.Retrieval?.Store, trace.Retrieval?.Generation, trace.Retrieval?.Vectors?.Generation, trace.Retrieval?.Vectors?.Count);

    private static bool IsSameText(TracedAnswer then, TracedAnswer now) =>
        then.Response.Sha256 == now.Response.Sha256
        && then.Citations.SequenceEqual(now.Citations)
        && (then.Abstained, then.Confidence, then.LowConfidence) == (now.Abstained, now.Confidence, now.LowConfidence);

    private static IEnumerable<ReplayDifference> Different(string what, string? then, string? now, bool when) =>
        when ? [new ReplayDifference(what, then, now)] : [];
}

/// <summary>A difference.</summary>
/// <param name="What">The compared property.</param>
/// <param name="Then">Its original value.</param>
/// <param name="Now">Its value in the repetition.</param>
internal sealed record ReplayDifference(string What, string? Then, string? Now);
