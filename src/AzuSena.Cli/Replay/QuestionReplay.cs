using System.Globalization;
using AzuSena.Answering;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Prompts;

namespace AzuSena.Cli.Replay;

/// <summary>Asks a question again with its original settings.</summary>
internal static class QuestionReplay
{
    private const string Extractive = "extractive";
    private const string MostMilliseconds = "60000";
    private const string MostSeconds = "60";

    /// <summary>The settings that the answer was made with, to override the current ones.</summary>
    public static (string Key, string Value)[] SettingsOf(AnswerTrace trace)
    {
        var settings = trace.Settings;
        List<(string Key, string Value)> overrides =
        [
            ("Answering:AbstainBelow", Number(settings.AbstainBelow)),
            ("Answering:UncertainBelow", Number(settings.UncertainBelow)),
            ("Answering:Unsupported", settings.Unsupported),
            ("Memory:MinScore", Number(settings.MinScore)),
            ("Trace:Enabled", "true"),
            ("Trace:Text", trace.Question.Asked.Text is null ? "false" : "true"),
        ];
        if ((trace.Answer?.Mode ?? settings.Mode) == Extractive)
        {
            overrides.Add(("Llm:Provider", "none"));
        }

        // A busy machine must not turn a search with vectors into one without.
        overrides.Add(("Vectors:QuestionTimeoutMilliseconds", MostMilliseconds));
        overrides.Add(("Embedding:ProbeSeconds", MostSeconds));
        overrides.Add(trace.Retrieval?.Vectors is { } vectors ? ("Embedding:Weight", Number(vectors.Weight)) : ("Embedding:Provider", "none"));
        return [.. overrides];
    }

    /// <summary>Asks, and returns the new trace. A follow-up is asked as its standalone question, outside its conversation.</summary>
    /// <param name="answers">Answers questions, with the settings of <see cref="SettingsOf"/>.</param>
    /// <param name="traces">The traces that it writes.</param>
    /// <param name="trace">The original trace.</param>
    /// <param name="question">The standalone question.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="Errors.AzuSenaException">The question cannot be asked as before, for example because its prompt variant no longer exists.</exception>
    public static async Task<AnswerTrace> AskAsync(
        AnswerService answers,
        PendingTraces traces,
        AnswerTrace trace,
        string question,
        CancellationToken cancellationToken)
    {
        // What was told around a question, and its language, are in the original text only; a follow-up needs its conversation instead.
        var text = trace.Question is { InConversation: false, Asked.Text: { } original } ? original : question;
        var asked = Question.Create(text, trace.Question.MaxPassages, promptVariant: VariantOf(trace)) with { Previous = trace.Question.Previous?.Text };
        await foreach (var step in answers.AskAsync(asked, cancellationToken))
        {
            if (step is AnswerFailed failed && trace.Outcome is not TraceOutcome.Failed)
            {
                throw failed.ToException();
            }
        }

        return traces.TakeLast() ?? throw new InvalidOperationException("The replay was not traced.");
    }

    // The variant drawn for an answer depends on the conversation; here the original one is used.
    private static string? VariantOf(AnswerTrace trace) =>
        trace.Prompt is { } prompt && prompt.Version.StartsWith(WalkPrompts.AnswerQuestion, StringComparison.Ordinal)
            ? prompt.Variant
            : trace.Question.PromptVariant;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
