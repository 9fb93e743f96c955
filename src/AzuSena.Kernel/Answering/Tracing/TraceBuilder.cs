using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using AzuSena.Answers;
using AzuSena.Memory.Search;
using AzuSena.Models;
using AzuSena.Prompts;
using Microsoft.Extensions.Options;

namespace AzuSena.Answering.Tracing;

/// <summary>Builds traces from recorded data. This work is done outside of the answer.</summary>
public sealed class TraceBuilder(IOptions<TraceOptions> options, IOptions<AnsweringOptions> answering, IOptions<SearchOptions> memory)
{
    private static readonly Dictionary<Type, string> StepNames = typeof(AnswerEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(known => known.DerivedType, known => (string)known.TypeDiscriminator!);

    private static readonly string Version = typeof(TraceBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private bool WithText => options.Value.Text;

    /// <summary>The SHA-256 that identifies a text.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Builds the trace of a finished answer.</summary>
    internal AnswerTrace Build(TraceRecorder recorded) => new(
        recorded.QuestionId,
        recorded.AskedAt,
        recorded.End switch
        {
            AnswerCompleted { Answer.Abstained: true } => TraceOutcome.Abstained,
            AnswerCompleted => TraceOutcome.Answered,
            AnswerFailed => TraceOutcome.Failed,
            _ => TraceOutcome.Cancelled,
        },
        (recorded.End as AnswerFailed)?.Code,
        new TracedQuestion(
            Keep(recorded.Asked.Text), Keep(recorded.Standalone), recorded.Asked.ConversationId is not null || recorded.Asked.Told.Count > 0,
            recorded.Asked.MaxPassages ?? memory.Value.MaxPassages, recorded.Asked.PromptVariant, recorded.Previous is { } previous ? Keep(previous) : null),
        new TracedSettings(
            Version, recorded.Mode, answering.Value.AbstainBelow, answering.Value.UncertainBelow,
            answering.Value.Unsupported.ToString().ToLowerInvariant(), memory.Value.MinScore),
        recorded.Search is { } search ? Retrieval(search) : null,
        recorded.Evidence,
        recorded.Prompt is { } prompt ? PromptOf(prompt) : null,
        recorded.End is AnswerCompleted completed ? TracedAnswer.Of(completed.Answer, Keep) : null,
        [
            .. recorded.Steps.Select(step =>
                new TracedStep(StepNames[step.Kind], step.Detail, Ms(step.First), step.Count, step.Count > 1 ? Ms(step.Last) : null))
        ],
        Ms(recorded.Elapsed),
        Judgements: recorded.Judgements.Count == 0
            ? null
            :
            [
                .. recorded.Judgements.Select(it =>
                    new TracedJudgement(it.Start, it.Judgement.Outcome, it.Judgement.Passage, it.Judgement.Prompt, Ms(it.Judgement.Took)))
            ],
        Routing: TracedRouting.Of(recorded.Routing, answering.Value.ToolsFrom));

    private static double Ms(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 2);

    private TracedText Keep(string text) => new(HashOf(text), WithText ? text : null);

    private TracedRetrieval Retrieval(SearchResult search)
    {
        var steps = search.Steps;
        return new TracedRetrieval(
            search.Generation,
            steps?.State.Identity,
            [.. search.Terms.Select(term => new TracedTerm(WithText ? term.Stem : null, term.Idf, term.IsGuess))],
            WithText ? [.. search.Corrections.Select(correction => new TracedCorrection(correction.From, correction.To))] : [],
            search.Corrections.Count,
            search.Rules is { } rules
                ? new TracedRules(rules.Found.Count, rules.Missing.Count, WithText ? [.. rules.Found.Concat(rules.Missing).Select(rule => rule.Text)] : [])
                : null,
            search.Embedder is { } embedder && steps?.Vectors is { } served
                ? new TracedVectors(embedder, served.Weight, served.Kind, served.Count, served.State.Generation)
                : null,
            steps is null ? CandidateTraces.OfHits(search, WithText) : new CandidateTraces(search, steps, WithText).ToList());
    }

    private static TracedPrompt PromptOf(AnswerPrompt prompt)
    {
        var (rendered, model) = (prompt.Rendered, prompt.Model);
        var asked = rendered.Options.Clone();
        model.ApplyDefaults?.Invoke(asked);
        return new TracedPrompt(
            rendered.Version.ToString(),
            rendered.Version.Variant ?? PromptName.Base,
            MessageHash.Of(rendered.Messages),
            model.Mode,
            new TracedModel(
                asked.ModelId, asked.Temperature, asked.TopP, asked.Seed, asked.MaxOutputTokens, model.ContextTokens,
                [.. (asked.Tools ?? []).Select(tool => tool.Name)]));
    }
}
