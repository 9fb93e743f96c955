using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Api.Work;
using AzuSena.Errors;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Answers.Live;

/// <summary>
/// All answers in progress, however they were asked: numbers their events, stops them by id, and keeps resumable ones when the connection is cut. It takes any
/// walk that produces <see cref="AnswerEvent"/>s, including a spoken question's.
/// </summary>
/// <remarks>
/// The id of a question has 74 random bits and gives access to its answer for as long as that is kept; with API keys, only together with the key that asked.
/// Safe for concurrent use.
/// </remarks>
internal sealed class LiveAnswers(IOptions<LiveAnswerOptions> options, QuestionSlots slots, RunningWork work, TimeProvider time, ILogger<LiveAnswers> log)
    : IHostedService, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, AnswerRun> _passing = new();
    private readonly ConcurrentDictionary<string, ResumableAnswer> _resumable = new();
    private readonly ConcurrentDictionary<ResumableAnswer, byte> _kept = new();

    /// <summary>How many resumable answers are currently kept.</summary>
    public int KeptCount => _kept.Count;

    /// <summary>Runs a walk and returns its events, numbered from 1.</summary>
    /// <param name="asker">The caller who asks.</param>
    /// <param name="source">The walk; its token ends the work.</param>
    /// <param name="isResumable">Whether the answer outlives a cut connection. Otherwise leaving the stream ends the work at once.</param>
    /// <param name="connectionLost">Cancelled when the asker's connection is lost, as opposed to leaving only this stream.</param>
    /// <param name="cancellationToken">Cancelled when the asker leaves.</param>
    public async IAsyncEnumerable<SentEvent> AskAsync(
        Asker asker,
        Func<CancellationToken, IAsyncEnumerable<AnswerEvent>> source,
        bool isResumable,
        CancellationToken connectionLost,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var piece = work.TryEnter();
        if (piece is null)
        {
            yield return new SentEvent(work.Failure(), 1);
            yield break;
        }

        var slot = slots.TryEnter(asker);
        if (slot is null)
        {
            yield return new SentEvent(new AnswerFailed(ErrorCode.TooManyQuestions.WireName(), ErrorCode.TooManyQuestions.Message()), 1);
            yield break;
        }

        // Only now: an answer that is refused must not displace one that is kept.
        var run = new AnswerRun(asker, source, slot, work, time, log);
        await foreach (var step in isResumable ? KeepAsync(run, connectionLost, cancellationToken) : PassAsync(run, cancellationToken))
        {
            yield return step;
        }
    }

    /// <summary>Resumes an answer after the last event that the reader has.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.QuestionNotFound"/>: no resumable answer has this id (any more); <see cref="ErrorCode.RequestInvalid"/>: the answer has no such
    /// event.
    /// </exception>
    public ResumableAnswer Find(string? id, string? owner, int after)
    {
        if (id is null || !_resumable.TryGetValue(id, out var answer) || answer.Owner != owner)
        {
            throw new AzuSenaException(ErrorCode.QuestionNotFound);
        }

        return after >= 0 && after <= answer.Last ? answer : throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("EventNumberInvalid"));
    }

    /// <summary>Stops an answer. False if no answer in progress has this id and owner.</summary>
    public bool Stop(string? id, string? owner)
    {
        if (id is null)
        {
            return false;
        }

        return _resumable.TryGetValue(id, out var answer) ? answer.Owner == owner && answer.Stop()
            : _passing.TryGetValue(id, out var run) && run.Owner == owner && run.Stop();
    }

    /// <summary>Whether an answer with this id is in progress or kept, and has this owner.</summary>
    public bool Knows(string id, string? owner) =>
        (_resumable.TryGetValue(id, out var answer) && answer.Owner == owner) || (_passing.TryGetValue(id, out var run) && run.Owner == owner);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken) =>
        await ForgetAllAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ForgetAllAsync();

    private async IAsyncEnumerable<SentEvent> PassAsync(AnswerRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = run;
        string? id = null;
        var number = 0;
        try
        {
            await foreach (var step in run.EventsAsync(cancellationToken))
            {
                if (step is AnswerStarted started)
                {
                    id = started.QuestionId;
                    _passing[id] = run;
                }

                yield return new SentEvent(step, ++number);
            }
        }
        finally
        {
            if (id is not null)
            {
                _passing.TryRemove(id, out _);
            }
        }
    }

    private async IAsyncEnumerable<SentEvent> KeepAsync(
        AnswerRun run, CancellationToken connectionLost, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        MakeRoom();
        var answer = new ResumableAnswer(run, options.Value, work, time, log);
        _kept.TryAdd(answer, 0);
        answer.Start(started => _resumable[started.Id!] = started, Remove);
        await foreach (var step in answer.ReadAsync(after: 0, connectionLost, cancellationToken))
        {
            yield return step;
        }
    }

    // Those in progress are limited by the question slots.
    private void MakeRoom()
    {
        if (_kept.Count >= options.Value.MaxResumable)
        {
            _kept.Keys.Where(answer => answer.EndedAt is not null).MinBy(answer => answer.EndedAt)?.Forget();
        }
    }

    private void Remove(ResumableAnswer answer)
    {
        _kept.TryRemove(answer, out _);
        if (answer.Id is { } id)
        {
            _resumable.TryRemove(id, out _);
        }
    }

    private async Task ForgetAllAsync()
    {
        foreach (var answer in _kept.Keys)
        {
            await answer.DisposeAsync();
        }
    }
}
