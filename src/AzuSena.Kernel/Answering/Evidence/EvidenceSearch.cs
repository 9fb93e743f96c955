using AzuSena.Answering.Premises;
using AzuSena.Answering.Ranking;
using AzuSena.Answering.Readings;
using AzuSena.Answers;
using AzuSena.Memory.Search;
using AzuSena.Questions;
using AzuSena.Spanish;
using AzuSena.Spanish.Legal;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Evidence;

/// <summary>Searches the documents for an answer and weighs the evidence: what is asked is searched, whatever stands around it.</summary>
public sealed class EvidenceSearch(
    QuestionTranslator translator, QuoteReading reading, IOptions<AnsweringOptions> answering, IOptions<SearchOptions> memory)
{
    // More questions in one message are read as one.
    private const int MaxParts = 4;

    // A short question of a conversation may leave its subject to the one before.
    private const int MaxTermsOfContinuation = 5;

    /// <summary>The search result, with the question as searched.</summary>
    /// <param name="question">The standalone question.</param>
    /// <param name="kernel">Provides the plugin <c>memory</c>.</param>
    /// <param name="previous">The question before it in the conversation, if any.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<FoundEvidence> FindAsync(
        Question question, Kernel kernel, string? previous, CancellationToken cancellationToken)
    {
        var spanish = question.Restated(await translator.InSpanishAsync(question.Text, cancellationToken));
        var asked = AskedQuestion.Of(spanish.Text);
        var continued = SpanishAnalyzer.Stem(asked.Core).Count <= MaxTermsOfContinuation ? previous : null;
        var background = $"{asked.Situation} {continued}".Trim() is { Length: > 0 } said ? said : null;
        var found = await SearchAsync(Asking(spanish, CoreOf(asked, spanish.Text)), background, kernel, cancellationToken);
        if (found.Confidence < answering.Value.UncertainBelow && found.Search.Rules is null && asked.Alone != asked.Core)
        {
            // A clause that leads into the question may be a part of it ("Perdí el carné, ¿…?") or not ("Vi un anuncio, ¿…?").
            var alone = await SearchAsync(Asking(spanish, asked.Alone), background, kernel, cancellationToken);
            found = alone.Confidence > found.Confidence ? alone : found;
        }

        if (found.Confidence < answering.Value.AbstainBelow && asked.Story.Length > 0)
        {
            // What is asked says too little without the story: "¿Es verdad que lo reciben?".
            var told = await SearchAsync(Asking(spanish, $"{asked.Story.TrimEnd('.')}. {asked.Core}"), background: null, kernel, cancellationToken);
            found = told.Confidence > found.Confidence ? told : found;
        }

        if (found.Search.Rules is null && EverydayPhrases.Restate(found.Question.Text) is var restated && restated != found.Question.Text)
        {
            // What people say may be written in other words: "me echaron", "me cancelaron la matrícula".
            var plain = await SearchAsync(Asking(spanish, restated), background, kernel, cancellationToken);
            found = plain.Confidence > found.Confidence ? Of(found.Question, plain) : found;
        }

        found = found with { Asked = asked, Previous = continued };
        return asked.Parts.Count is 1 or > MaxParts || found.Search.Rules is not null
            ? found
            : await WithPartsAsync(found, asked, background, kernel, cancellationToken);
    }

    // What was found in other words is the answer to the question as it was put.
    private static FoundEvidence Of(Question question, FoundEvidence found) =>
        found with { Question = question, Parts = [found.Parts[0] with { Question = question.Text }] };

    private async Task<FoundEvidence> WithPartsAsync(
        FoundEvidence whole, AskedQuestion asked, string? background, Kernel kernel, CancellationToken cancellationToken)
    {
        var parts = new List<FoundEvidence>();
        foreach (var part in asked.Parts)
        {
            parts.Add(await SearchAsync(Asking(whole.Question, part), background, kernel, cancellationToken));
        }

        var found = parts.ConvertAll(part => part.Parts[0]);
        var hits = whole.Search.Hits.Concat(parts.SelectMany(part => part.Search.Hits)).DistinctBy(hit => hit.Passage.Id).ToArray();
        return found.Exists(part => part.IsAnswered) ? whole with { Search = whole.Search with { Hits = hits }, Parts = found } : whole;
    }

    // What is put together from the pieces of a question may be longer than a question may be.
    private static Question Asking(Question question, string text) =>
        TextLength.IsWithin(text, Question.MaxLength) ? question.Restated(text) : question;

    // An article that the story names answers the question.
    private static string CoreOf(AskedQuestion asked, string text) =>
        RuleText.Asked(asked.Core).Count == 0 && RuleText.Asked(text).Count > 0 ? asked.Told : asked.Core;

    private async Task<FoundEvidence> SearchAsync(Question question, string? background, Kernel kernel, CancellationToken cancellationToken)
    {
        var own = await RetrieveAsync(question.Text, question.MaxPassages ?? memory.Value.MaxPassages);
        var widened = await DenialSearch.WidenAsync(question.Text, own, RetrieveAsync);
        var (quotes, outcome) = await reading.RankAsync(question.Text, widened, cancellationToken);
        var evidence = EvidenceModel.Weigh(question.Text, widened, quotes) with { Reading = outcome };
        if (PremiseCheck.Contradiction(question.Text, widened) is not null)
        {
            // A sentence that says the opposite of what the question supposes is an answer, however few of its other words it holds.
            evidence = evidence with { Confidence = Math.Max(evidence.Confidence, answering.Value.UncertainBelow) };
        }

        var part = new AskedPart(question.Text, evidence.Confidence, evidence.Confidence >= answering.Value.AbstainBelow, quotes);
        return new FoundEvidence(question, widened, evidence, own, [part]);

        async Task<SearchResult> RetrieveAsync(string text, int max) =>
            await kernel.InvokeAsync<SearchResult>(
                "memory", "search", new KernelArguments { ["query"] = text, ["max"] = max, ["background"] = background }, cancellationToken)
            ?? throw new InvalidOperationException("The function memory.search gave no result.");
    }
}

/// <summary>A search result with its evidence.</summary>
/// <param name="Question">The question as searched.</param>
/// <param name="Search">The passages, starting with the one that contradicts the question's premise, if any.</param>
/// <param name="Evidence">The confidence that they answer the question.</param>
/// <param name="Own">The result of the question's own words.</param>
/// <param name="Parts">What the question asks, each with what can be quoted for it.</param>
public sealed record FoundEvidence(Question Question, SearchResult Search, WeighedEvidence Evidence, SearchResult Own, IReadOnlyList<AskedPart> Parts)
{
    /// <summary>The question before it in the conversation, if its words were counted.</summary>
    public string? Previous { get; init; }

    /// <summary>How the question was read; null if it was not.</summary>
    public AskedQuestion? Asked { get; init; }

    /// <summary>The probability that the passages answer the question, or one of its parts, 0 to 1.</summary>
    public double Confidence => Math.Max(Evidence.Confidence, Parts.Max(part => part.Confidence));
}
