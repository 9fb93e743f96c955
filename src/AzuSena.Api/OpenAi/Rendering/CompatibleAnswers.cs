using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Api.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.OpenAi.Models;
using AzuSena.Api.OpenAi.Requests;
using AzuSena.Api.Security;
using AzuSena.Errors;

namespace AzuSena.Api.OpenAi.Rendering;

/// <summary>Asks what a client of OpenAI's API asks: the same walk as every other way in.</summary>
internal sealed class CompatibleAnswers(AnswerService answers, LiveAnswers live)
{
    /// <summary>The whole answer.</summary>
    /// <exception cref="AzuSenaException">The question is invalid, or the answer failed.</exception>
    public Task<Answer> AnswerAsync(HttpContext context, CompatibleQuestion asked, CancellationToken cancellationToken) =>
        EventsOf(context, asked, cancellationToken).Select(sent => sent.Event).ToAnswerAsync();

    /// <summary>The events of an answer that has begun, with a <see cref="KeepAlive"/> whenever nothing happens for a while.</summary>
    /// <exception cref="AzuSenaException">The question is invalid, or the answer failed before it began.</exception>
    public async Task<IAsyncEnumerable<AnswerEvent>> BeginAsync(HttpContext context, CompatibleQuestion asked, CancellationToken cancellationToken)
    {
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var events = await AnswerEndpoints.BeginAsync(context, EventsOf(context, asked, cancellationToken), cancellationToken);
        return events.WithKeepAlives(time, context.RequestAborted).Select(sent => sent.Event);
    }

    private IAsyncEnumerable<SentEvent> EventsOf(HttpContext context, CompatibleQuestion asked, CancellationToken cancellationToken)
    {
        var question = asked.ToQuestion(ApiKeyOwner.Of(context.User));
        return live.AskAsync(Asker.Of(context), token => answers.AskAsync(question, token), isResumable: false, cancellationToken, cancellationToken);
    }
}

/// <summary>A question of a client of OpenAI's API.</summary>
/// <param name="Model">The model that is asked.</param>
/// <param name="Told">The conversation that the client sends along.</param>
/// <param name="MaxDocs">How many passages the answer may use; null for the service's default.</param>
/// <param name="Notes">What else of the request was passed over.</param>
internal sealed record CompatibleQuestion(ModelChoice Model, ToldConversation Told, int? MaxDocs, IReadOnlyList<AnswerNote> Notes)
{
    /// <summary>All that was passed over.</summary>
    public IReadOnlyList<AnswerNote> AllNotes => [.. Told.Notes, .. Notes];

    /// <summary>The validated question.</summary>
    /// <exception cref="AzuSenaException">It is invalid; the field is one of the client's.</exception>
    public Question ToQuestion(string? owner)
    {
        try
        {
            return Question.Create(Told.Question.Text, MaxDocs, conversationId: null, owner, Model.Variant) with
            {
                Told = Told.Turns,
                WithoutModel = Model.WithoutModel,
            };
        }
        catch (AzuSenaException exception) when (exception.Code is ErrorCode.QuestionInvalid)
        {
            throw new AzuSenaException(exception.Code, exception.Message, exception) { Field = Told.Question.Field };
        }
    }
}
