using AzuSena.Answering.Grounding.Judging;
using AzuSena.Answers;
using AzuSena.Models;
using AzuSena.Prompts;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Generation;

/// <summary>Chooses, for each question, who writes its answer: the model, where one serves now, or extraction.</summary>
public sealed class ComposerChoice(IChatModelSource models, IAnswerComposer extractive, PromptLibrary prompts, IOptions<AnsweringOptions> options, TimeProvider time)
{
    /// <summary>The composers that need no model.</summary>
    internal ChosenComposers Extractive => new(Model: null, extractive, reply => new CannedReply(reply, extractive.Mode));

    /// <summary>Chooses for one question.</summary>
    /// <exception cref="Errors.AzuSenaException">
    /// The operator named a provider and it cannot serve (<c>model_unavailable</c>), or the question names a variant that there is not (<c>request_invalid</c>).
    /// </exception>
    public async ValueTask<ChosenComposers> ForAsync(Question question, Kernel kernel, CancellationToken cancellationToken)
    {
        if (question.PromptVariant is { } variant)
        {
            // Whether a model serves or not, a variant that is not there is the same mistake.
            prompts.Get(WalkPrompts.AnswerQuestion, variant);
        }

        return await models.CurrentAsync(cancellationToken) is not { } model
            ? Extractive
            : new ChosenComposers(
                model,
                OrElse(new ModelComposer(model, prompts, kernel), extractive),
                reply => OrElse(new ModelSmallTalk(model, prompts, kernel), new CannedReply(reply, extractive.Mode)))
            {
                Judge = options.Value.Judge ? new SentenceJudge(model, prompts, kernel, options.Value, time) : null,
            };
    }

    // A provider that the operator named answers or fails.
    private IAnswerComposer OrElse(IAnswerComposer byModel, IAnswerComposer other) =>
        models.IsRequired ? byModel : new FallbackComposer(byModel, other);
}

/// <summary>Who writes the answer to one question.</summary>
/// <param name="Model">The model that serves; null where none does.</param>
/// <param name="Answer">Answers from passages.</param>
/// <param name="SmallTalk">Replies to small talk, given the sentence that is said without a model.</param>
public sealed record ChosenComposers(ChatModel? Model, IAnswerComposer Answer, Func<string, IAnswerComposer> SmallTalk)
{
    /// <summary>Who is asked about doubtful sentences of the answer; null where nobody is.</summary>
    internal SentenceJudge? Judge { get; init; }
}
