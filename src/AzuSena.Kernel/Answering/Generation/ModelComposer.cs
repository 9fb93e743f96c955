using System.Runtime.CompilerServices;
using AzuSena.Answering.Generation.Contract;
using AzuSena.Answering.Tools;
using AzuSena.Answers;
using AzuSena.Models;
using AzuSena.Passages;
using AzuSena.Prompts;
using AzuSena.Prompts.Budget;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Has a model write the answer from the passages, with the prompt <c>Answering/AnswerQuestion</c>, and holds it to <see cref="ReplyContract"/>.
/// </summary>
internal sealed class ModelComposer(ChatModel model, PromptLibrary prompts, Kernel kernel, AnsweringOptions options, IAnsweringFunctions functions)
    : IAnswerComposer
{
    private const string Paragraph = "\n\n";

    /// <inheritdoc/>
    public string Mode => model.Mode;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var contract = new ReplyContract(options.MaxWords);
        IReadOnlyList<Passage> passages = [];

        // Leaving the loop ends the request at the model server.
        await foreach (var part in ModelReply.StreamAsync(model, CallOf(material), kernel, cancellationToken, functions.TitleOf))
        {
            passages = (part as AnswerSources)?.Passages ?? passages;
            if (part is AnswerWithdrawn)
            {
                contract = new ReplyContract(options.MaxWords);
            }

            foreach (var step in contract.Take(part))
            {
                yield return step;
            }

            if (contract.IsOver)
            {
                break;
            }
        }

        foreach (var step in contract.End().Concat(Rest(contract, passages, material)))
        {
            yield return step;
        }
    }

    private PromptInvocation CallOf(AnswerMaterial material)
    {
        var prompt = prompts.Get(WalkPrompts.AnswerQuestion, material.Question.PromptVariant, material.VariantKey);
        var data = new PromptData(
            new ContextBudget(model.ContextTokens, model.MaxOutputTokens),
            material.Told,
            [.. material.Search.Hits.Select(hit => hit.Passage)],
            [.. material.History.Select(turn => new HistoryTurn(turn.Question, turn.Answer))])
        {
            WithTools = model.CallsTools,
            NeedsPassages = !material.NeedsTool,
            Wish = material.Question.Wish,
        };
        return new PromptInvocation(prompt) { Data = data };
    }

    private static IEnumerable<AnswerPart> Rest(ReplyContract contract, IReadOnlyList<Passage> passages, AnswerMaterial material)
    {
        if (contract.IsDeclined)
        {
            if (contract.Lead.Count == 0)
            {
                yield return new AnswerRemark(AnswerTexts.Get("Abstained", material.Language));
            }

            yield return new AnswerDeclined();
            yield break;
        }

        var exceptions = new OmittedExceptions(passages).Of(contract.Lead, contract.Text.ToString());
        foreach (var exception in exceptions)
        {
            yield return new AnswerPiece($"{Paragraph}{exception.Quote} [{exception.Number}]", exception);
        }

        if (contract.Missing is { } missing)
        {
            yield return new AnswerRemark(Paragraph + AnswerTexts.Missing(missing, material.Language));
        }

        var used = contract.Cited.Concat(exceptions.Select(exception => exception.Number)).ToHashSet();
        yield return new AnswerRest(
            contract.IsPartial ? Completeness.Partial : Completeness.Complete,
            FurtherFinds.Of(material.Parts, material.Search.Hits, used));
    }
}
