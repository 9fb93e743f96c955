using AzuSena.Answering.Ranking;
using AzuSena.Questions;

namespace AzuSena.Answering.Extraction;

/// <summary>Tells whether what is quoted lacks the amount, number or length of time that a question asks for.</summary>
internal static class MissingKind
{
    private const int Considered = 5;

    /// <summary>Whether neither the lead nor what ranks next to it holds a thing of the kind asked, and the lead no number at all.</summary>
    public static bool In(AskedPart part) =>
        // "¿Cuándo?" and "¿qué norma?" are answered in too many ways: "de lunes a viernes", "la Constitución".
        QuestionKinds.Of(part.Question) is QuestionKind.Amount or QuestionKind.Duration or QuestionKind.Count
        && part.Quotes is [var lead, ..]
        && part.Quotes.Take(Considered).All(quote => quote.Features[QuoteFeature.StrictKind] < 0)
        && !HoldsANumber(lead);

    // What is counted may be called otherwise than in the question: "obreros", "trabajadores".
    private static bool HoldsANumber(RankedQuote lead) => KindEvidence.IsIn(QuestionKind.Count, lead.Text, lead.Piece.Folded, counted: null) is true;
}
