using AzuSena.Answering.Grounding.Judging;
using AzuSena.Answering.Tools;
using AzuSena.Answers;
using AzuSena.Models;
using AzuSena.Prompts;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Generation;

/// <summary>Chooses the composer of each answer: the model, if one is available, or extraction.</summary>
public sealed class ComposerChoice(
    IChatModelSource models, IAnswerComposer extractive, PromptLibrary prompts, IOptions<AnsweringOptions> options, IAnsweringFunctions functions,
    TimeProvider time)
{
    /// <summary>The composers that use no model.</summary>
    internal ChosenComposers Extractive => new(Model: null, extractive, reply => new CannedReply(reply, extractive.Mode));

    /// <summary>Chooses the composers for a question.</summary>
    /// <exception cref="Errors.AzuSenaException">
    /// The operator configured a provider that is unavailable (<c>model_unavailable</c>), or the question requests a variant that does not exist
    /// (<c>request_invalid</c>).
    /// </exception>
    public async ValueTask<ChosenComposers> ForAsync(Question question, Kernel kernel, CancellationToken cancellationToken)
    {
        if (question.PromptVariant is { } variant)
        {
            // An unknown variant is the same error whether or not a model is available.
            prompts.Get(WalkPrompts.AnswerQuestion, variant);
        }

        return question.WithoutModel || await models.CurrentAsync(cancellationToken) is not { } model
            ? Extractive
            : new ChosenComposers(
                model,
                OrElse(new ModelComposer(model, prompts, kernel, options.Value, functions), extractive),
                reply => OrElse(new ModelSmallTalk(model, prompts, kernel), new CannedReply(reply, extractive.Mode)))
            {
                Judge = options.Value.Judge ? new SentenceJudge(model, prompts, kernel, options.Value, time) : null,
            };
    }

    // A provider configured by the operator is not replaced when it fails; a reply that is no answer always is.
    private FallbackComposer OrElse(IAnswerComposer byModel, IAnswerComposer other) => new(byModel, other, coversFailures: !models.IsRequired);
}

/// <summary>The composers of one question's answer.</summary>
/// <param name="Model">The available model; null if there is none.</param>
/// <param name="Answer">Composes answers from passages.</param>
/// <param name="SmallTalk">Replies to small talk, given the reply used without a model.</param>
public sealed record ChosenComposers(ChatModel? Model, IAnswerComposer Answer, Func<string, IAnswerComposer> SmallTalk)
{
    /// <summary>Judges doubtful sentences of the answer; null if disabled.</summary>
    internal SentenceJudge? Judge { get; init; }
}
