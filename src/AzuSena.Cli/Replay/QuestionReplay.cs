using System.Globalization;
using AzuSena.Answering;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Prompts;

namespace AzuSena.Cli.Replay;

/// <summary>Asks a question again as it was asked before.</summary>
internal static class QuestionReplay
{
    private const string Extractive = "extractive";
    private const string MostMilliseconds = "60000";
    private const string MostSeconds = "60";

    /// <summary>The settings that the answer was made with, over those that stand now.</summary>
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

    /// <summary>Asks, and gives how the answer came about this time. A follow-up is asked in its complete form, outside its conversation.</summary>
    /// <param name="answers">Answers, with the settings of <see cref="SettingsOf"/>.</param>
    /// <param name="traces">Where its traces are found.</param>
    /// <param name="trace">The answer before.</param>
    /// <param name="question">The question, complete by itself.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Errors.AzuSenaException">The question cannot be asked as it was, such as with a variant of a prompt that is gone.</exception>
    public static async Task<AnswerTrace> AskAsync(AnswerService answers, PendingTraces traces, AnswerTrace trace, string question, CancellationToken cancellationToken)
    {
        var asked = Question.Create(question, trace.Question.MaxPassages, promptVariant: VariantOf(trace));
        await foreach (var step in answers.AskAsync(asked, cancellationToken))
        {
            if (step is AnswerFailed failed && trace.Outcome is not TraceOutcome.Failed)
            {
                throw failed.ToException();
            }
        }

        return traces.TakeLast() ?? throw new InvalidOperationException("The replay was not traced.");
    }

    // Which variant was drawn for the answer depends on the conversation; here it is the one that it was.
    private static string? VariantOf(AnswerTrace trace) =>
        trace.Prompt is { } prompt && prompt.Version.StartsWith(WalkPrompts.AnswerQuestion, StringComparison.Ordinal) ? prompt.Variant : trace.Question.PromptVariant;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
