using AzuSena.Answering.Ranking;
using AzuSena.Questions;

namespace AzuSena.Answering.Extraction;

/// <summary>Tells whether what is quoted lacks the amount, number, time or norm that a question asks for.</summary>
internal static class MissingKind
{
    private const int Considered = 5;

    /// <summary>Whether neither the lead nor what ranks next to it holds a thing of the kind asked.</summary>
    public static bool In(AskedPart part) => part.Quotes is [var lead, ..]
        && lead.Features[QuoteFeature.StrictKind] < 0
        && part.Quotes.Take(Considered).All(quote => quote.Features[QuoteFeature.StrictKind] < 0)
        && !HoldsANumber(part.Question, lead);

    // What is counted may be called otherwise than in the question: "obreros", "trabajadores".
    private static bool HoldsANumber(string question, RankedQuote lead) =>
        QuestionKinds.Of(question) is QuestionKind.Count && KindEvidence.IsIn(QuestionKind.Count, lead.Text, lead.Piece.Folded, counted: null) is true;
}
