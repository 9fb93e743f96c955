using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding;
using AzuSena.Answering.Ranking;
using AzuSena.Questions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Premises;

/// <summary>
/// Tells whether a sentence answers a question with yes or with no. Only a sentence that says nearly all of the question counts, and only without conditions: a
/// wrong "sí" harms more than a missing one.
/// </summary>
internal static partial class PolarAnswer
{
    private const double MinShare = 0.75;

    // "No se le puede negar el ingreso" denies the denial and what follows it.
    private const int Reach = 4;

    /// <summary>True for yes, false for no; null if the sentence leaves it open.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="lead">The sentence that answers it.</param>
    public static bool? Of(string question, RankedQuote lead)
    {
        if (!AsksWhether(question) || lead.Unit.IsList || lead.Features[QuoteFeature.Own] < MinShare
            || Open().IsMatch(SpanishAnalyzer.Fold(question)) || Conditional().IsMatch(SpanishAnalyzer.Fold(lead.Text)))
        {
            return null;
        }

        var asked = Polarity.Of(question);
        var said = Polarity.Of(lead.Text, Reach);
        return asked.Denials > 0 ? null
            : said.Denials == 0 ? true
            : said.Denied.Any(stem => asked.Affirmed.Contains(stem)) ? false
            : null;
    }

    // "Contrato de aprendizaje" asks nothing.
    private static bool AsksWhether(string question) =>
        QuestionKinds.Of(question) is QuestionKind.YesNo && (question.Contains('?', StringComparison.Ordinal) || QuestionKinds.OfHeading(question) is not null);

    // Two alternatives, or a question that expects a reason.
    [GeneratedRegex(@"\bo\b|\b(como|cual|cuales|que tal|si)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Open();

    [GeneratedRegex(
        @"\b(si|cuando|solo|solamente|unicamente|siempre que|salvo|excepto|a menos|depende\w*|incompatib\w+|prohib\w+|impide\w*|distint[oa]|diferente|mientras"
        + @"|en cambio|puede que|algun\w*|antes|hasta)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Conditional();
}
