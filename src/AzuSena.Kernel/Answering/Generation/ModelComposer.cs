using System.Runtime.CompilerServices;
using System.Text;
using AzuSena.Answering.Grounding;
using AzuSena.Errors;
using AzuSena.Models;
using AzuSena.Prompts;
using AzuSena.Prompts.Budget;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Generation;

/// <summary>Has a model write the answer from the passages, by the prompt <c>Answering/AnswerQuestion</c>.</summary>
internal sealed class ModelComposer(ChatModel model, PromptLibrary prompts, Kernel kernel) : IAnswerComposer
{
    /// <inheritdoc/>
    public string Mode => model.Mode;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompt = prompts.Get(WalkPrompts.AnswerQuestion, material.Question.PromptVariant, material.VariantKey);
        var fitted = new ContextBudget(model.ContextTokens, model.MaxOutputTokens).Fit(
            prompt.Tokens + ToolTokens(prompt),
            material.Question.Text,
            [.. material.Search.Hits.Select(hit => hit.Passage)],
            [.. material.History.Select(turn => new HistoryTurn(turn.Question, turn.Answer))]);
        if (!fitted.Fits || fitted.Kept.Count == 0)
        {
            throw new AzuSenaException(ErrorCode.QuestionInvalid, ErrorCodeNames.Text("QuestionTooLongForModel"));
        }

        var rendered = await prompt.RenderAsync(kernel, fitted.ToArguments(), cancellationToken);
        var text = new StringBuilder();
        var isCited = false;
        await foreach (var part in ModelReply.StreamAsync(model, rendered, fitted.Kept, cancellationToken))
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

        // With a citation behind it, it declines only a part of the question.
        if (!isCited && DeclineSentence.Begins(text.ToString()))
        {
            yield return new AnswerDeclined();
        }
    }

    private int ToolTokens(Prompt prompt) => !model.CallsTools ? 0 : prompt.Functions
        .Select(name => name.Split('.', 2))
        .Select(name => kernel.Plugins.TryGetFunction(name[0], name[^1], out var function) ? function : null)
        .Sum(function => function is null ? 0 : TokenEstimate.Of($"{function.Name} {function.Description} {function.JsonSchema}"));
}
