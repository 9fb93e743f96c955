using System.Runtime.CompilerServices;
using System.Text;
using AzuSena.Models;
using AzuSena.Prompts;
using AzuSena.Prompts.Budget;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Generation;

/// <summary>Has a model write the answer from the passages, with the prompt <c>Answering/AnswerQuestion</c>.</summary>
internal sealed class ModelComposer(ChatModel model, PromptLibrary prompts, Kernel kernel) : IAnswerComposer
{
    /// <inheritdoc/>
    public string Mode => model.Mode;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompt = prompts.Get(WalkPrompts.AnswerQuestion, material.Question.PromptVariant, material.VariantKey);
        var data = new PromptData(
            new ContextBudget(model.ContextTokens, model.MaxOutputTokens),
            material.Told,
            [.. material.Search.Hits.Select(hit => hit.Passage)],
            [.. material.History.Select(turn => new HistoryTurn(turn.Question, turn.Answer))])
        {
            WithTools = model.CallsTools,
            NeedsPassages = true,
        };
        var text = new StringBuilder();
        var isCited = false;
        await foreach (var part in ModelReply.StreamAsync(model, new PromptInvocation(prompt) { Data = data }, kernel, cancellationToken))
        {
            if (part is AnswerPiece piece)
            {
                text.Append(piece.Text);
            }

            isCited |= part is AnswerMark;
            if (part is AnswerWithdrawn)
            {
                text.Clear();
                isCited = false;
            }

            yield return part;
        }

        // If a citation follows, only a part of the question is declined.
        if (!isCited && DeclineSentence.Begins(text.ToString()))
        {
            yield return new AnswerDeclined();
        }
    }
}
