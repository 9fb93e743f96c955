using System.Runtime.CompilerServices;
using AzuSena.Answering.Premises;
using AzuSena.Answering.Ranking;
using AzuSena.Answers;
using AzuSena.Languages;

namespace AzuSena.Answering.Extraction;

/// <summary>
/// Answers with the documents' own sentences (<see cref="QuoteSelection"/>): first what was asked, then what changes or completes it, each run of sentences of
/// a passage with its citation. Needs no model.
/// </summary>
public sealed class ExtractiveComposer : IAnswerComposer
{
    /// <inheritdoc/>
    public string Mode => "extractive";

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var text = new QuotedText();
        foreach (var tool in material.Tools)
        {
            yield return text.Tool(tool);
        }

        var answered = material.Parts.Where(part => part.IsAnswered).SelectMany(part => ComparedQuotes.Of(part.Question, part.Quotes)).ToList();
        var denial = answered.Count == 0 ? null : Denial(material, answered);
        var selection = QuoteSelection.Of(denial is null ? answered : [[denial, .. answered[0]], .. answered.Skip(1)]);
        var hasTool = material.Tools.Count > 0;
        var lacksKind = !hasTool && denial is null && material.Parts is [var single] && MissingKind.In(single);
        var opening = lacksKind ? AnswerTexts.Get("ExactMissing", material.Language)
            : hasTool ? null : Opening(material, denial, selection);
        if (opening is not null && material.Language is AskedLanguage.English)
        {
            // It stands before the translation, which comes before the quote.
            yield return new AnswerRemark(opening);
        }
        else if (opening is not null)
        {
            text.Preface(opening);
        }

        if (hasTool)
        {
            yield return new AnswerLeadEnded();
        }

        // Each of several things asked, or compared, has its own line.
        foreach (var piece in text.Pieces(selection.Lead, isApart: answered.Count > 1 && selection.Lead.Count == answered.Count))
        {
            yield return piece;
        }

        if (!hasTool)
        {
            yield return new AnswerLeadEnded();
        }

        foreach (var piece in text.Pieces(selection.Rest))
        {
            yield return piece;
        }

        var missing = material.Parts.Where(part => !part.IsAnswered).Select(part => part.Question).ToList();
        foreach (var question in missing)
        {
            yield return new AnswerRemark($"\n\n{AnswerTexts.PartMissing(question, material.Language)}");
        }

        yield return new AnswerRest(missing.Count == 0 && !lacksKind ? Completeness.Complete : Completeness.Partial, [.. selection.More.Select(text.Cite)]);
    }

    private static string? Opening(AnswerMaterial material, RankedQuote? denial, QuoteSelection selection) =>
        denial is not null ? AnswerTexts.Get("PremiseDenied", material.Language)
        : material.Parts is [var only] && selection.Lead is [var lead] ? PolarAnswer.Of(only.Question, lead) switch
        {
            true => AnswerTexts.Get("Yes", material.Language),
            false => AnswerTexts.Get("No", material.Language),
            null => null,
        }
        : null;

    // What contradicts the question's premise is said before anything else.
    private static RankedQuote? Denial(AnswerMaterial material, List<IReadOnlyList<RankedQuote>> answered)
    {
        if (PremiseCheck.Contradiction(material.Question.Text, material.Search) is not { } said)
        {
            return null;
        }

        var passage = material.Search.Hits[said.Hit].Passage;
        var at = said.Unit.Start.Value;
        return answered.SelectMany(quotes => quotes)
            .FirstOrDefault(quote => quote.Hit.Passage.Id == passage.Id && quote.Unit.Span.Start.Value <= at && quote.Unit.Span.End.Value > at);
    }
}
