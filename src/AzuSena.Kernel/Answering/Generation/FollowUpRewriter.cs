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
/// Makes a follow-up question standalone: by the prompt <c>Answering/RewriteQuestion</c> if a model is available and its output is valid, else by the rule of
/// <see cref="StandaloneQuestion"/>.
/// </summary>
public sealed class FollowUpRewriter(PromptLibrary prompts)
{
    /// <summary>The events of the rewriting, ending with a <see cref="QuestionRewritten"/> if the standalone question differs.</summary>
    public async IAsyncEnumerable<AnswerEvent> RewriteAsync(
        Question asked, EarlierTurns earlier, ChatModel? model, Kernel kernel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (earlier.All.Count == 0)
        {
            yield break;
        }

        var written = new StringBuilder();
        if (model is not null)
        {
            await using var updates = Call(asked, earlier, model)
                .StreamAsync(kernel, model.Client, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
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

        var standalone = StandaloneQuestion.Accept(asked.Text, written.ToString(), earlier.All);
        if (standalone != asked.Text)
        {
            yield return new QuestionRewritten(standalone);
        }
    }

    private PromptInvocation Call(Question asked, EarlierTurns earlier, ChatModel model)
    {
        var prompt = prompts.Get(WalkPrompts.RewriteQuestion, key: asked.ConversationId);
        var history = earlier.InPrompt.Select(turn => new HistoryTurn(turn.Question, turn.Answer)).ToArray();
        var budget = new ContextBudget(model.ContextTokens, model.MaxOutputTokens);
        return new PromptInvocation(prompt) { Data = new PromptData(budget, asked.Text, Passages: [], history), Thinks = false };
    }

    // If the model fails here, the rule is used; a failure during the answer is handled there.
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
