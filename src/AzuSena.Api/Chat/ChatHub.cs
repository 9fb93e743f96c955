using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Api.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Security;
using AzuSena.Api.Voice;
using AzuSena.Errors;
using Microsoft.AspNetCore.SignalR;

namespace AzuSena.Api.Chat;

/// <summary>The live chat. Each call answers only its caller; closing the connection or the stream ends the work, unless the question is resumable.</summary>
internal sealed class ChatHub(AnswerService answers, LiveAnswers live, LiveVoice voice, ServiceInstance instance) : Hub
{
    private string? Owner => ApiKeyOwner.Of(Context.User);

    /// <summary>Sends the greeting of the original: <c>connection_response</c> <c>{data, instance}</c>.</summary>
    public override Task OnConnectedAsync() =>
        Clients.Caller.SendAsync("connection_response", new ConnectionResponse(ChatTexts.Connected, instance.Id), Context.ConnectionAborted);

    /// <summary>
    /// The original's event: answers with <c>response</c> events <c>{chunk, complete}</c>, of which the last has <c>complete: true</c> and the whole text in
    /// <c>response</c>, or with one <c>error</c> event <c>{message, code}</c>.
    /// </summary>
    [HubMethodName("query_text")]
    public async Task QueryTextAsync(QueryRequest? query)
    {
        var stopped = Context.ConnectionAborted;
        try
        {
            await foreach (var step in AnswerAsync(query, isResumable: false, stopped))
            {
                await (step.Event switch
                {
                    AnswerToken token => Clients.Caller.SendAsync("response", new ResponseChunk(token.Text, Complete: false), stopped),
                    AnswerCompleted { Answer: var answer } =>
                        Clients.Caller.SendAsync("response", new ResponseChunk("", Complete: true, answer.Response, answer), stopped),
                    AnswerFailed failed => Clients.Caller.SendAsync("error", new ChatError(failed.Message, failed.Code), stopped),
                    _ => Task.CompletedTask,
                });
            }
        }
        catch (AzuSenaException exception)
        {
            await Clients.Caller.SendAsync("error", new ChatError(exception.Message, exception.Code.WireName()), stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // The asker disconnected.
        }
    }

    /// <summary>Streams the typed events of an answer; an invalid question gives an <c>answer_failed</c> event.</summary>
    public IAsyncEnumerable<SentEvent> Ask(QueryRequest? question, CancellationToken cancellationToken) =>
        OrFailed(() => AnswerAsync(question, question?.Resumable == true, cancellationToken));

    /// <summary>The same for a spoken question: <paramref name="audio"/> arrives while it is spoken. It ends with the stream, or with a pause.</summary>
    public IAsyncEnumerable<SentEvent> AskByVoice(IAsyncEnumerable<byte[]> audio, VoiceCall? format, CancellationToken cancellationToken) => OrFailed(() =>
    {
        var call = format ?? new VoiceCall();
        var question = call.ToQuestion(Context.User);
        var asker = Context.ToAsker();
        return live.AskAsync(
            asker, token => voice.AskAsync(audio, call.Sound, question, asker.Address, token), call.Resumable, Context.ConnectionAborted, cancellationToken);
    });

    /// <summary>Streams the events of a resumable answer after the last one that the client has; if it is not available, <c>answer_failed</c>.</summary>
    public IAsyncEnumerable<SentEvent> Resume(string? questionId, int? afterSequence, CancellationToken cancellationToken) =>
        OrFailed(() => live.Find(questionId, Owner, afterSequence ?? 0).ReadAsync(afterSequence ?? 0, Context.ConnectionAborted, cancellationToken));

    /// <summary>
    /// Stops an answer, whose stream then ends with <c>answer_failed</c>, <c>answer_stopped</c>. False if no answer with this id is in progress.
    /// </summary>
    public bool Stop(string? questionId) => live.Stop(questionId, Owner);

    private IAsyncEnumerable<SentEvent> AnswerAsync(QueryRequest? query, bool isResumable, CancellationToken cancellationToken)
    {
        var question = (query ?? new QueryRequest(Query: null)).ToQuestion(Context.User);
        return live.AskAsync(Context.ToAsker(), token => answers.AskAsync(question, token), isResumable, Context.ConnectionAborted, cancellationToken);
    }

    private static IAsyncEnumerable<SentEvent> OrFailed(Func<IAsyncEnumerable<SentEvent>> stream)
    {
        try
        {
            return stream();
        }
        catch (AzuSenaException exception)
        {
            return new[] { new SentEvent(new AnswerFailed(exception.Code.WireName(), exception.Message)) }.ToAsyncEnumerable();
        }
    }
}
