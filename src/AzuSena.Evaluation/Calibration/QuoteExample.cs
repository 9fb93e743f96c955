using AzuSena.Answering.Evidence;
using AzuSena.Answering.Ranking;
using AzuSena.Answers;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Runs;
using Microsoft.SemanticKernel;

namespace AzuSena.Evaluation.Calibration;

/// <summary>A question's quotes, each with its features, the part of its score that is not fitted, and whether it answers.</summary>
/// <param name="Quotes">The quotes; at least one answers.</param>
internal sealed record QuoteExample(IReadOnlyList<(double[] Features, double Offset, bool Answers)> Quotes)
{
    /// <summary>The examples of questions that stand alone and have an answer among their quotes.</summary>
    public static async Task<List<QuoteExample>> GatherAsync(
        EvaluatedProduct product, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        var examples = new List<QuoteExample>();
        foreach (var question in questions.Where(question => question is { History.Count: 0, IsAnswerable: true, LeadWordings.Count: > 0 }))
        {
            var found = await product.Get<EvidenceSearch>()
                .FindAsync(Question.Create(question.Question), product.Get<Kernel>(), previous: null, cancellationToken);
            var quotes = found.Parts[0].Quotes.Select(quote => (
                QuoteModel.Fitted(quote.Features),
                QuoteModel.ByHandOf(quote.Features),
                question.Documents.Contains(quote.Hit.Passage.Document.Path)
                    && question.LeadWordings.Any(new WordingSearch(AnswerText.Start(quote.Text), question.ArePatterns).Holds))).ToList();
            if (quotes.Exists(quote => quote.Item3))
            {
                examples.Add(new QuoteExample(quotes));
            }
        }

        return examples;
    }
}
