using System.Runtime.CompilerServices;
using AzuSena.Answering.English;
using AzuSena.Answering.Evidence;
using AzuSena.Answering.Generation;
using AzuSena.Answering.Tools;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Conversations.Titles;
using AzuSena.Courtesies;
using AzuSena.Feedback;
using AzuSena.Languages;
using AzuSena.Prompts.Texts;
using AzuSena.Safety;
using AzuSena.Suggestions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering;

/// <summary>
/// The answering pipeline, common to all interfaces: enter the conversation, make the question standalone, search the documents, weigh the evidence, compose or
/// abstain, store the turn. REST, SSE, SignalR and the command line all read this stream.
/// </summary>
public sealed class AnswerService(
    Kernel kernel,
    ConversationGate conversations,
    ComposerChoice choice,
    FollowUpRewriter rewriting,
    EvidenceSearch evidence,
    AnswerTools tools,
    InstitutionTexts texts,
    FollowUpSuggestions followUps,
    EnglishFrame frame,
    PendingTitles titles,
    RecentAnswers recent,
    AnswerTracing tracing,
    IOptions<AnsweringOptions> answering,
    TimeProvider time,
    ILogger<AnswerService> log)
{
    /// <summary>
    /// Answers a question. The stream ends with exactly one <see cref="AnswerCompleted"/> or <see cref="AnswerFailed"/>, unless
    /// <paramref name="cancellationToken"/> is cancelled, which stops the work and throws.
    /// </summary>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        Log.Asked(log, id, question.Text);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(answering.Value.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var trace = tracing.Begin(question, id);
        await using var steps = WalkAsync(new Walk(question, id, trace), either.Token).GetAsyncEnumerator(either.Token);
        while (true)
        {
            AnswerFailed? failed = null;
            try
            {
                if (!await steps.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                Log.Cancelled(log, id);
                throw;
            }
            catch (Exception exception)
            {
                failed = AnswerFailures.Of(exception, id, log);
            }

            trace?.Add(failed ?? steps.Current);
            yield return failed ?? steps.Current;
            if (failed is not null)
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// Runs the whole walk without a model and stores nothing, neither trace nor turn, so that its code is compiled and its data read before the first
    /// question of a client.
    /// </summary>
    public async Task RehearseAsync(Question question, CancellationToken cancellationToken) =>
        await WalkAsync(new Walk(question, Id: "", Trace: null) { IsRehearsal = true }, cancellationToken).CountAsync(cancellationToken);

    private async IAsyncEnumerable<AnswerEvent> WalkAsync(Walk walk, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (asked, id, trace) = walk;
        using var conversation = asked.ConversationId is { } name ? conversations.Enter(name, asked.Owner) : null;
        var earlier = conversation?.Earlier ?? conversations.Told(asked);
        var history = earlier.InPrompt;
        var language = answering.Value.ReadsEnglish && EnglishText.Is(asked.Text) ? AskedLanguage.English : AskedLanguage.Spanish;
        var danger = DangerSigns.LanguageOf(asked.Text);
        var composers = walk.IsRehearsal || danger is not null ? choice.Extractive : await choice.ForAsync(asked, kernel, cancellationToken);
        var draft = new AnswerDraft(asked, id, composers.Answer.Mode, answering.Value.Unsupported, time, trace);
        yield return new AnswerStarted(id, composers.Answer.Mode);

        // No search and no model: whoever is in danger gets the institution's text, whatever else they ask.
        if (danger is { } said)
        {
            yield return draft.Add(texts.DangerIn(said));
            yield return await CompleteAsync(walk, conversation, asked, draft.Finish(confidence: 1), cancellationToken);
            yield break;
        }

        if (SmallTalk.ReplyTo(asked.Text) is { } reply)
        {
            await foreach (var step in draft.ComposeAsync(composers.SmallTalk(reply), AnswerMaterial.WithoutSearch(id, asked, history), cancellationToken))
            {
                yield return step;
            }

            yield return await CompleteAsync(walk, conversation, asked, draft.Finish(confidence: 1), cancellationToken);
            yield break;
        }

        var question = asked;
        if (tools.Complete(asked, earlier) is { } completed)
        {
            question = asked.Restated(completed);
            yield return new QuestionRewritten(completed);
        }
        else
        {
            await foreach (var step in rewriting.RewriteAsync(asked, earlier, composers.Model, kernel, cancellationToken))
            {
                question = step is QuestionRewritten rewritten ? asked.Restated(rewritten.Question) : question;
                yield return step;
            }
        }

        draft.MarkUnderstood();
        var previous = earlier.All is [.., var last] ? last.StandaloneQuestion : asked.Previous;
        var found = await evidence.FindAsync(question, kernel, previous, cancellationToken);
        if (found.Question != question)
        {
            question = found.Question;
            yield return new QuestionRewritten(question.Text);
        }

        var (search, confidence) = (found.Search, found.Confidence);
        draft.MarkRetrieved(found);
        yield return search.ToEvent();

        var work = tools.Begin(asked, found, earlier, trace);
        var abstention = search.ToAbstention(confidence);
        if (work.Decision is { Choice: ToolChoice.Ask, Calls: [{ AskBack: { } missingValue } open] })
        {
            // Outside of a conversation nobody could answer a question back.
            var isAlone = conversation is null && asked.Told.Count == 0;
            if (isAlone)
            {
                yield return abstention;
            }

            yield return isAlone ? draft.Add(AnswerTexts.Lacking(missingValue, language)) : draft.AskBack(missingValue);
            var asking = draft.Finish(isAlone ? confidence : open.Score, abstained: isAlone);
            yield return await CompleteAsync(walk, conversation, question, asking, cancellationToken);
            yield break;
        }

        await foreach (var step in tools.CallAsync(work, kernel, cancellationToken))
        {
            yield return step;
        }

        var note = work.Failed.Count == 0 ? "" : $"\n\n{AnswerTexts.ToolFailed(work.Failed, language)}";
        var needsTool = !work.HasResult && confidence < answering.Value.AbstainBelow;
        if (needsTool && !tools.MayBeCalled(work, question, composers, question.ConversationId ?? id, kernel))
        {
            yield return abstention;
            yield return draft.Add((search.Rules is { } missing
                ? AnswerTexts.RulesMissing(missing, language)
                : AnswerTexts.Abstention(abstention.ClosestTitles, texts.NextStepIn(language), language)) + note);
            yield return await CompleteAsync(walk, conversation, question, draft.Finish(confidence, abstained: true), cancellationToken);
            yield break;
        }

        if (search.Rules is { Missing.Count: > 0 } partly)
        {
            yield return draft.Add(AnswerTexts.RulesMissing(partly, language) + "\n\n");
        }

        confidence = work.HasResult ? Math.Max(confidence, work.Decision.Score) : confidence;
        var material = work.AddTo(new AnswerMaterial(id, question, search, history)
        {
            Told = found.Asked?.Told ?? question.Text,
            Parts = found.Parts,
            Language = language,
            NeedsTool = needsTool,
        });
        var around = language is AskedLanguage.English ? frame : null;
        await foreach (var step in draft.ComposeAsync(composers.Answer, material, cancellationToken, composers.Judge, around))
        {
            yield return step;
        }

        if (draft.IsDeclined)
        {
            yield return abstention;
            if (texts.NextStepIn(language) is { Length: > 0 } next)
            {
                yield return draft.Add($"\n\n{next}");
            }
        }

        if (note.Length > 0)
        {
            yield return draft.Add(note);
        }

        var isUncertain = !draft.IsDeclined && (draft.IsUncited || confidence < answering.Value.UncertainBelow);
        var answer = draft.Finish(confidence, draft.IsDeclined, isUncertain);
        if (!answer.Abstained)
        {
            string[] known = [.. earlier.All.SelectMany(turn => new[] { turn.Question, turn.StandaloneQuestion }), asked.Text, question.Text];
            answer = answer with { Suggestions = followUps.After(answer.Citations, known) is { Count: > 0 } suggested ? suggested : null };
        }

        yield return await CompleteAsync(walk, conversation, question, answer, cancellationToken);
    }

    // Stored before the client receives the completion, so that it can ask the next question at once.
    private async Task<AnswerCompleted> CompleteAsync(
        Walk walk, OngoingConversation? conversation, Question standalone, Answer answer, CancellationToken cancellationToken)
    {
        if (walk.IsRehearsal)
        {
            return new AnswerCompleted(answer);
        }

        var asked = walk.Asked;

        // Before the turn, so that a deletion in between removes both.
        recent.Keep(asked, standalone, answer);
        if (conversation is not null)
        {
            if (await conversation.KeepAsync(asked.Text, standalone.Text, answer, cancellationToken))
            {
                titles.Offer(asked, conversation.Turns, answer);
            }
            else
            {
                answer = answer with { NotKept = conversation.NotKept };
                if (conversation.IsGone)
                {
                    recent.Forget(answer.QuestionId);
                }
            }
        }

        Log.Answered(log, answer.QuestionId, answer.Mode, answer.Abstained, answer.Confidence, answer.TimingsMs.Total);
        return new AnswerCompleted(answer);
    }

    private sealed record Walk(Question Asked, string Id, TraceRecorder? Trace)
    {
        /// <summary>Whether nothing of it is stored.</summary>
        public bool IsRehearsal { get; init; }
    }
}
