using AzuSena.Answering;
using AzuSena.Api.Answers;
using AzuSena.Errors;
using Microsoft.AspNetCore.SignalR;

namespace AzuSena.Api.Chat;

/// <summary>
/// The live chat. Each call answers its caller alone; closing the connection or the stream ends the work.
/// </summary>
internal sealed class ChatHub(AnswerService answers) : Hub
{
    /// <summary>
    /// The original's event: answers with <c>response</c> events <c>{chunk, complete}</c>, of which the last has <c>complete: true</c> and the
    /// whole text in <c>response</c>, or with one <c>error</c> event <c>{message, code}</c>.
    /// </summary>
    [HubMethodName("query_text")]
    public async Task QueryTextAsync(QueryRequest? query)
    {
        var stopped = Context.ConnectionAborted;
        try
        {
            await foreach (var @event in answers.AskAsync(Checked(query), stopped))
            {
                await (@event switch
                {
                    AnswerToken token => Clients.Caller.SendAsync("response", new ResponseChunk(token.Text, Complete: false), stopped),
                    AnswerCompleted { Answer: var answer } => Clients.Caller.SendAsync("response", new ResponseChunk("", Complete: true, answer.Response, answer), stopped),
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
            // The one who asked has left.
        }
    }

    /// <summary>Streams the typed events of an answer; a question that cannot be asked is an <c>answer_failed</c> event.</summary>
    public IAsyncEnumerable<AnswerEvent> Ask(QueryRequest? question, CancellationToken cancellationToken)
    {
        try
        {
            return answers.AskAsync(Checked(question), cancellationToken);
        }
        catch (AzuSenaException exception)
        {
            return new AnswerEvent[] { new AnswerFailed(exception.Code.WireName(), exception.Message) }.ToAsyncEnumerable();
        }
    }

    private Question Checked(QueryRequest? query) => (query ?? new QueryRequest(Query: null)).ToQuestion(Context.User);

    /// <summary>A piece of an answer.</summary>
    /// <param name="Chunk">The next piece of the text.</param>
    /// <param name="Complete">Whether it was the last.</param>
    /// <param name="Response">The whole text, with the last piece.</param>
    /// <param name="Answer">The whole answer with its citations, with the last piece.</param>
    internal sealed record ResponseChunk(string Chunk, bool Complete, string? Response = null, Answer? Answer = null);

    /// <summary>Why there is no answer.</summary>
    /// <param name="Message">For a person, in Spanish.</param>
    /// <param name="Code">For a program.</param>
    internal sealed record ChatError(string Message, string Code);
}
