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
/// Asks the model that wrote an answer, by the prompt <c>Answering/JudgeSentence</c>, about sentences that share too few words with the passages. It is
/// asked when the answer is whole: before, its request would wait behind the one that it is about.
/// </summary>
/// <remarks>For one answer, which gives it so many sentences and so much time. After the first failure it is asked nothing more.</remarks>
internal sealed partial class SentenceJudge(ChatModel model, PromptLibrary prompts, Kernel kernel, AnsweringOptions options, TimeProvider time)
{
    private TimeSpan _timeLeft = TimeSpan.FromSeconds(options.JudgeSeconds);
    private int _sentencesLeft = options.JudgeSentences;

    /// <summary>Whether it may be asked about another sentence.</summary>
    public bool IsOpen => _sentencesLeft > 0 && _timeLeft > TimeSpan.Zero;

    /// <summary>Asks about a sentence.</summary>
    /// <param name="sentence">The sentence, without citation marks.</param>
    /// <param name="passages">The passages, the first as [1].</param>
    /// <param name="key">What decides among the prompt's variants.</param>
    /// <param name="cancellationToken">Ends it; the judge's own limits do not throw.</param>
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

    /// <summary>Reads a reply: the number of one of so many passages alone, or "no".</summary>
    internal static (JudgeOutcome Outcome, int? Passage) Read(string reply, int passages)
    {
        if (No().IsMatch(reply))
        {
            return (JudgeOutcome.No, null);
        }

        return Number().Match(reply.TrimEnd()) is { Success: true } match && int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) is var number && number >= 1 && number <= passages
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

    // With further marks behind it, which name passages that say it too.
    [GeneratedRegex(@"^\s*\[?(?<number>[0-9]{1,3})\]?(?:[\s,]*\[\d{1,3}\])*[\s.]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
