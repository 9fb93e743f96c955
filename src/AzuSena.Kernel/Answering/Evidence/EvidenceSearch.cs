using AzuSena.Answering.Premises;
using AzuSena.Answering.Readings;
using AzuSena.Answers;
using AzuSena.Memory.Search;
using AzuSena.Questions;
using AzuSena.Spanish.Legal;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Evidence;

/// <summary>Searches the documents for an answer and weighs the evidence: what is asked is searched, whatever stands around it.</summary>
public sealed class EvidenceSearch(QuestionTranslator translator, IOptions<AnsweringOptions> answering, IOptions<SearchOptions> memory)
{
    /// <summary>The search result, with the question as searched.</summary>
    /// <param name="question">The standalone question.</param>
    /// <param name="kernel">Provides the plugin <c>memory</c>.</param>
    /// <param name="isFollowUp">Whether the question was completed from previous turns, so that the addition must be kept.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<FoundEvidence> FindAsync(Question question, Kernel kernel, bool isFollowUp, CancellationToken cancellationToken)
    {
        var spanish = question.Restated(await translator.InSpanishAsync(question.Text, cancellationToken));
        var asked = AskedQuestion.Of(spanish.Text, isFollowUp);
        var found = await SearchAsync(spanish.Restated(CoreOf(asked, spanish.Text)), kernel, cancellationToken);
        if (found.Confidence < answering.Value.UncertainBelow && found.Search.Rules is null && asked.Alone != asked.Core)
        {
            // A clause that leads into the question may be a part of it ("Perdí el carné, ¿…?") or not ("Vi un anuncio, ¿…?").
            var alone = await SearchAsync(spanish.Restated(asked.Alone), kernel, cancellationToken);
            found = alone.Confidence > found.Confidence ? alone : found;
        }

        return found with { Asked = asked };
    }

    // An article that the story names answers the question.
    private static string CoreOf(AskedQuestion asked, string text) =>
        RuleText.Asked(asked.Core).Count == 0 && RuleText.Asked(text).Count > 0 ? asked.Told : asked.Core;

    private async Task<FoundEvidence> SearchAsync(Question question, Kernel kernel, CancellationToken cancellationToken)
    {
        var own = await RetrieveAsync(question.Text, question.MaxPassages ?? memory.Value.MaxPassages);
        var widened = await DenialSearch.WidenAsync(question.Text, own, RetrieveAsync);
        return new FoundEvidence(question, widened, EvidenceModel.Weigh(question.Text, widened), own);

        async Task<SearchResult> RetrieveAsync(string text, int max) =>
            await kernel.InvokeAsync<SearchResult>("memory", "search", new KernelArguments { ["query"] = text, ["max"] = max }, cancellationToken)
            ?? throw new InvalidOperationException("The function memory.search gave no result.");
    }
}

/// <summary>A search result with its evidence.</summary>
/// <param name="Question">The question as searched.</param>
/// <param name="Search">The passages, starting with the one that contradicts the question's premise, if any.</param>
/// <param name="Evidence">The confidence that they answer the question.</param>
/// <param name="Own">The result of the question's own words.</param>
public sealed record FoundEvidence(Question Question, SearchResult Search, WeighedEvidence Evidence, SearchResult Own)
{
    /// <summary>How the question was read; null if it was not.</summary>
    public AskedQuestion? Asked { get; init; }

    /// <summary>The probability that the passages answer the question, 0 to 1.</summary>
    public double Confidence => Evidence.Confidence;
}
