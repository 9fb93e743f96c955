using AzuSena.Models;
using AzuSena.Prompts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace AzuSena.Conversations.Titles;

/// <summary>Background service that has a model name conversations, one at a time, after their answers; stops with the service.</summary>
internal sealed class TitleWriting(
    PendingTitles pending, IChatModelSource models, PromptLibrary prompts, Kernel kernel,
    ConversationStore store, TimeProvider time, ILogger<TitleWriting> log) : BackgroundService
{
    private const int MaxAnswer = 1000;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly char[] Quotes = ['"', '\'', '“', '”', '«', '»', '*', '#', '`', '.', ' '];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var conversation in pending.ReadAllAsync(stoppingToken))
            {
                await TryNameAsync(conversation, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping; a host that fails to start would report this as another failure.
        }
    }

    private async Task TryNameAsync(UntitledConversation conversation, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        try
        {
            await NameAsync(conversation, either.Token);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The conversation keeps its rule-based title.
            Log.NotTitled(log, exception, conversation.QuestionId);
        }
        finally
        {
            pending.Done();
        }
    }

    private async Task NameAsync(UntitledConversation conversation, CancellationToken cancellationToken)
    {
        if (await models.CurrentAsync(cancellationToken) is not { } model)
        {
            return;
        }

        // A conversation that was deleted meanwhile must not be sent to a model.
        store.Read(conversation.Id, conversation.Owner);

        var prompt = prompts.Get(WalkPrompts.Title, key: conversation.Id);
        var arguments = new KernelArguments { ["question"] = conversation.Question, ["answer"] = ConversationHistory.Shorten(conversation.Answer, MaxAnswer) };
        var reply = await new PromptInvocation(prompt, arguments) { Thinks = false }.ReplyAsync(kernel, model.Client, cancellationToken);
        await store.SuggestTitleAsync(conversation.Id, conversation.Owner, reply.Trim().Trim(Quotes), cancellationToken);
    }
}
