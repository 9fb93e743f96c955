using System.Runtime.CompilerServices;
using AzuSena.Models;
using AzuSena.Prompts;
using AzuSena.Prompts.Budget;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Generation;

/// <summary>Has a model reply to a greeting or thanks, with the prompt <c>Answering/SmallTalk</c>.</summary>
internal sealed class ModelSmallTalk(ChatModel model, PromptLibrary prompts, Kernel kernel) : IAnswerComposer
{
    /// <inheritdoc/>
    public string Mode => model.Mode;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompt = prompts.Get(WalkPrompts.SmallTalk, key: material.VariantKey);
        var data = new PromptData(
            new ContextBudget(model.ContextTokens, model.MaxOutputTokens),
            material.Question.Text,
            Passages: [],
            [.. material.History.Select(turn => new HistoryTurn(turn.Question, turn.Answer))]);
        var call = new PromptInvocation(prompt) { Data = data, Thinks = false };
        await foreach (var part in ModelReply.StreamAsync(model, call, kernel, cancellationToken))
        {
            yield return part;
        }
    }
}
