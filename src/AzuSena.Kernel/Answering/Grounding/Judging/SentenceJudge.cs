using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Errors;
using AzuSena.Models;
using AzuSena.Passages;
using AzuSena.Prompts;
using AzuSena.Prompts.Budget;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Grounding.Judging;

/// <summary>
/// Asks the model that wrote an answer, with the prompt <c>Answering/JudgeSentence</c>, about sentences with too little word overlap with the passages. It is
/// asked once the answer is complete; before that, its request would queue behind the answer's own.
/// </summary>
/// <remarks>For a single answer, with a limited number of sentences and a limited time. After the first failure the model is not asked again.</remarks>
internal sealed partial class SentenceJudge(ChatModel model, PromptLibrary prompts, Kernel kernel, AnsweringOptions options, TimeProvider time)
{
    private TimeSpan _timeLeft = TimeSpan.FromSeconds(options.JudgeSeconds);
    private int _sentencesLeft = options.JudgeSentences;

    /// <summary>Whether another sentence may be judged.</summary>
    public bool IsOpen => _sentencesLeft > 0 && _timeLeft > TimeSpan.Zero;

    /// <summary>Judges a sentence.</summary>
    /// <param name="sentence">The sentence, without citation marks.</param>
    /// <param name="passages">The passages, the first as [1].</param>
    /// <param name="key">The key that selects a prompt variant.</param>
    /// <param name="cancellationToken">Cancels the request; the judge's own limits do not throw.</param>
    public async Task<Judgement> AskAsync(string sentence, IReadOnlyList<Passage> passages, string? key, CancellationToken cancellationToken)
    {
        _sentencesLeft--;
        var started = time.GetTimestamp();
        var prompt = prompts.Get(WalkPrompts.JudgeSentence, key: key);
        using var limit = new CancellationTokenSource(_timeLeft, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var (outcome, passage) = await TryAsync(prompt, sentence, passages, either.Token, cancellationToken);
        var took = time.GetElapsedTime(started);
        _timeLeft -= took;
        _sentencesLeft = outcome is JudgeOutcome.Failed ? 0 : _sentencesLeft;
        return new Judgement(outcome, passage, prompt.Version.ToString(), took);
    }

    /// <summary>Parses a reply: the number of one of the passages alone, or "no".</summary>
    internal static (JudgeOutcome Outcome, int? Passage) Read(string reply, int passages)
    {
        if (No().IsMatch(reply))
        {
            return (JudgeOutcome.No, null);
        }

        return Number().Match(reply.TrimEnd()) is { Success: true } match
            && int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) is var number
            && number >= 1 && number <= passages
            ? (JudgeOutcome.Holds, number)
            : (JudgeOutcome.Failed, null);
    }

    private async Task<(JudgeOutcome Outcome, int? Passage)> TryAsync(
        Prompt prompt, string sentence, IReadOnlyList<Passage> passages, CancellationToken limited, CancellationToken cancellationToken)
    {
        try
        {
            var budget = new ContextBudget(model.ContextTokens, model.MaxOutputTokens);
            var data = new PromptData(budget, sentence, passages, History: []) { QuestionVariable = "sentence", NeedsPassages = true };
            var call = new PromptInvocation(prompt) { Data = data, Thinks = false };
            var reply = await call.ReplyAsync(kernel, model.Client, limited);
            return Read(reply, call.Fitted!.Kept.Count);
        }
        catch (Exception exception) when (exception is AzuSenaException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (JudgeOutcome.Failed, null);
        }
    }

    [GeneratedRegex(@"^\W*no\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex No();

    // Followed by further marks, if several passages state it.
    [GeneratedRegex(
        @"^\s*\[?(?<number>[0-9]{1,3})\]?(?:[\s,]*\[\d{1,3}\])*[\s.]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
