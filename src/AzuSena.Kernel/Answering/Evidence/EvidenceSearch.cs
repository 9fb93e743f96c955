using AzuSena.Answering.Premises;
using AzuSena.Answering.Readings;
using AzuSena.Answers;
using AzuSena.Memory.Search;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Evidence;

/// <summary>Searches the memory for what answers a question and weighs it; a question within a longer text gets a second look by itself.</summary>
public sealed class EvidenceSearch(IQuestionTranslator readings, IOptions<AnsweringOptions> answering, IOptions<SearchOptions> memory)
{
    /// <summary>What was found, and the question as it was taken.</summary>
    /// <param name="question">The question, complete by itself.</param>
    /// <param name="kernel">Has the plugin <c>memory</c>.</param>
    /// <param name="isFollowUp">Whether something was put to it from what was asked before, which is then a part of it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<FoundEvidence> FindAsync(Question question, Kernel kernel, bool isFollowUp, CancellationToken cancellationToken)
    {
        var spanish = question.Restated(await readings.InSpanishAsync(question.Text, cancellationToken));
        var whole = await SearchAsync(spanish, kernel, cancellationToken);
        if (whole.Confidence >= answering.Value.AbstainBelow || whole.Search.Rules is not null || isFollowUp || EmbeddedQuestion.Of(spanish.Text) is not { } core)
        {
            return whole;
        }

        var alone = await SearchAsync(spanish.Restated(core), kernel, cancellationToken);
        return alone.Confidence >= answering.Value.AbstainBelow ? alone : whole;
    }

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

/// <summary>What a search found.</summary>
/// <param name="Question">The question as it was taken.</param>
/// <param name="Search">The passages, what denies the question's premise in front.</param>
/// <param name="Evidence">How sure it is that they answer it.</param>
/// <param name="Own">What the question's own words found.</param>
public sealed record FoundEvidence(Question Question, SearchResult Search, WeighedEvidence Evidence, SearchResult Own)
{
    /// <summary>The probability that the passages answer the question, 0 to 1.</summary>
    public double Confidence => Evidence.Confidence;
}
