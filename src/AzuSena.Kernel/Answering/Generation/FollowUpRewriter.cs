using System.Runtime.CompilerServices;
using System.Text;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Errors;
using AzuSena.Models;
using AzuSena.Prompts;
using AzuSena.Prompts.Budget;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Makes a follow-up question complete by itself: by the prompt <c>Answering/RewriteQuestion</c> where a model serves and what it writes can be used, else by
/// the rule of <see cref="StandaloneQuestion"/>.
/// </summary>
public sealed class FollowUpRewriter(PromptLibrary prompts)
{
    /// <summary>What happens on the way; a <see cref="QuestionRewritten"/> at the end where the complete question differs.</summary>
    public async IAsyncEnumerable<AnswerEvent> RewriteAsync(
        Question asked, OngoingConversation? conversation, ChatModel? model, Kernel kernel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (conversation is null || conversation.Turns.Count == 0)
        {
            yield break;
        }

        var written = new StringBuilder();
        if (model is not null)
        {
            await using var updates = Call(asked, conversation, model).StreamAsync(kernel, model.Client, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(updates))
            {
                if (updates.Current.Contents.Any(content => content is WithdrawnContent))
                {
                    written.Clear();
                }

                written.Append(updates.Current.Text);
                foreach (var waiting in updates.Current.Contents.Select(ModelReply.Waiting).OfType<AnswerEvent>())
                {
                    yield return waiting;
                }
            }
        }

        var standalone = StandaloneQuestion.Accept(asked.Text, written.ToString(), conversation.Turns);
        if (standalone != asked.Text)
        {
            yield return new QuestionRewritten(standalone);
        }
    }

    private PromptInvocation Call(Question asked, OngoingConversation conversation, ChatModel model)
    {
        var prompt = prompts.Get(WalkPrompts.RewriteQuestion, key: asked.ConversationId);
        var history = conversation.PromptTurns.Select(turn => new HistoryTurn(turn.Question, turn.Answer)).ToArray();
        var budget = new ContextBudget(model.ContextTokens, model.MaxOutputTokens);
        return new PromptInvocation(prompt) { Data = new PromptData(budget, asked.Text, Passages: [], history), Thinks = false };
    }

    // A model that fails here is replaced by the rule; whether it fails at the answer too is seen there.
    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (AzuSenaException)
        {
            return false;
        }
    }
}
