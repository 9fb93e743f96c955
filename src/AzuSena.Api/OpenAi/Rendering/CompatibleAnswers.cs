using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Api.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.OpenAi.Fronts;
using AzuSena.Api.OpenAi.Models;
using AzuSena.Api.OpenAi.Requests;
using AzuSena.Api.Security;
using AzuSena.Errors;

namespace AzuSena.Api.OpenAi.Rendering;

/// <summary>Asks what a client of OpenAI's API asks: the same walk as every other way in, but for what a chat program asks of its own accord.</summary>
internal sealed class CompatibleAnswers(AnswerService answers, LiveAnswers live, FrontTaskAnswers tasks)
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
        var owner = ApiKeyOwner.Of(context.User);
        if (asked.Task is { } task)
        {
            return tasks.AnswerAsync(task, owner).Select(step => new SentEvent(step));
        }

        var question = asked.ToQuestion(owner);
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
    /// <summary>What is asked of a program's own accord; null if a person asks.</summary>
    public FrontTask? Task { get; } = FrontTask.In(Told);

    /// <summary>What the caller wishes beside its system messages.</summary>
    public string? Instructions { get; init; }

    /// <summary>All that was passed over.</summary>
    public IReadOnlyList<AnswerNote> AllNotes => Task is null
        ? [.. Told.Notes, .. Notes]
        : [AnswerNote.Of("task_not_searched", Told.Question.Field)];

    /// <summary>The validated question.</summary>
    /// <exception cref="AzuSenaException">It is invalid; the field is one of the client's.</exception>
    public Question ToQuestion(string? owner)
    {
        try
        {
            return Question.Create(Told.Question.Text, MaxDocs, conversationId: null, owner, Model.Variant) with
            {
                Told = Told.Turns,
                Wish = Instructions is { Length: > 0 } first && Told.Wish is { } then ? $"{first}\n{then}" : Instructions ?? Told.Wish,
                WithoutModel = Model.WithoutModel,
            };
        }
        catch (AzuSenaException exception) when (exception.Code is ErrorCode.QuestionInvalid)
        {
            throw new AzuSenaException(exception.Code, exception.Message, exception) { Field = Told.Question.Field };
        }
    }
}
