using System.Runtime.CompilerServices;
using AzuSena.Answering.Evidence;
using AzuSena.Errors;
using AzuSena.Memory;
using AzuSena.Memory.Search;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering;

/// <summary>
/// The walk of one question, the only one there is: search the memory, weigh the evidence, compose or abstain. REST, SSE, SignalR and the
/// command line all read this stream.
/// </summary>
public sealed class AnswerService(
    Kernel kernel,
    IAnswerComposer composer,
    IOptions<AnsweringOptions> answering,
    IOptions<MemoryOptions> memory,
    TimeProvider time,
    ILogger<AnswerService> log)
{
    private const int MaxClosestTitles = 3;

    /// <summary>
    /// Answers a question. The stream ends with exactly one <see cref="AnswerCompleted"/> or <see cref="AnswerFailed"/>, except where
    /// <paramref name="cancellationToken"/> is cancelled, which ends the work and throws.
    /// </summary>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        Log.Asked(log, id, question.Text);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(answering.Value.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await using var walk = WalkAsync(question, id, either.Token).GetAsyncEnumerator(either.Token);
        while (true)
        {
            AnswerFailed? failed = null;
            try
            {
                if (!await walk.MoveNextAsync())
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
                failed = Failure(exception, id);
            }

            yield return failed ?? walk.Current;
            if (failed is not null)
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<AnswerEvent> WalkAsync(Question question, string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var draft = new AnswerDraft(question, id, composer.Mode, time);
        yield return new AnswerStarted(id, composer.Mode);

        if (SmallTalk.ReplyTo(question.Text) is { } reply)
        {
            yield return draft.Add(reply);
            yield return Complete(draft.Finish(confidence: 1));
            yield break;
        }

        var search = await SearchAsync(question, cancellationToken);
        draft.MarkRetrieved();
        yield return new PassagesRetrieved([.. search.Hits.Select(Summarise)], search.Corrections);

        var confidence = EvidenceModel.Confidence(question.Text, search);
        if (confidence < answering.Value.AbstainBelow)
        {
            var titles = search.Hits.Select(hit => hit.Passage.Document.Title).Distinct(StringComparer.Ordinal).Take(MaxClosestTitles).ToArray();
            yield return new AnswerAbstained(confidence, titles);
            yield return draft.Add(search.Rules is { } missing ? AnswerTexts.RulesMissing(missing) : AnswerTexts.Abstention(titles));
            yield return Complete(draft.Finish(confidence, abstained: true));
            yield break;
        }

        if (search.Rules is { Missing.Count: > 0 } partly)
        {
            yield return draft.Add(AnswerTexts.RulesMissing(partly) + "\n\n");
        }

        await foreach (var piece in composer.ComposeAsync(question, search, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return draft.Add(piece.Text, piece.Citation);
        }

        yield return Complete(draft.Finish(confidence, lowConfidence: confidence < answering.Value.UncertainBelow));
    }

    private async Task<SearchResult> SearchAsync(Question question, CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments { ["query"] = question.Text, ["max"] = question.MaxPassages ?? memory.Value.MaxPassages };
        var result = await kernel.InvokeAsync<SearchResult>("memory", "search", arguments, cancellationToken);
        return result ?? throw new InvalidOperationException("The function memory.search gave no result.");
    }

    private static RetrievedPassage Summarise(PassageHit hit) =>
        new(hit.Passage.Id, hit.Passage.Document.Title, hit.Passage.HeadingPath, Math.Round(hit.Score, 4));

    private AnswerCompleted Complete(Answer answer)
    {
        Log.Answered(log, answer.QuestionId, answer.Abstained, answer.Confidence, answer.TimingsMs.Total);
        return new AnswerCompleted(answer);
    }

    private AnswerFailed Failure(Exception exception, string id)
    {
        var error = exception switch
        {
            AzuSenaException known => known,
            OperationCanceledException => new AzuSenaException(ErrorCode.AnswerTimeout, exception),
            _ => new AzuSenaException(ErrorCode.Internal, exception),
        };
        if (error.Code is ErrorCode.Internal)
        {
            Log.Failed(log, exception, id);
        }
        else
        {
            Log.Refused(log, exception, id, error.Code.WireName());
        }

        return new AnswerFailed(error.Code.WireName(), error.Message);
    }
}
