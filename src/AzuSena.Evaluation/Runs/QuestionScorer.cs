using AzuSena.Answers;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;
using AzuSena.Memory.Search;
using AzuSena.Passages;

namespace AzuSena.Evaluation.Runs;

/// <summary>Compares an answer and its searches with the requirements.</summary>
internal static class QuestionScorer
{
    private const int ShownPassages = 3;

    public static QuestionOutcome Score(
        EvaluationQuestion question, string standalone, Answer answer, SearchResult search, SearchResult? misspelled, Func<string, Passage?> find)
    {
        var check = AnswerCheck.Of(question, answer);
        var relevance = SentenceRelevance.Of(question, answer, find);
        var right = question.Documents.ToHashSet(StringComparer.Ordinal);
        var paths = search.Hits.Select(hit => (hit.Passage.Id, hit.Passage.Document.Path)).ToDictionary(StringComparer.Ordinal);
        var cited = answer.Citations.Select(citation => paths.GetValueOrDefault(citation.PassageId)).OfType<string>().ToArray();
        return new QuestionOutcome(
            question.Id,
            question.Kind,
            question.Expect,
            Rank(search, right),
            misspelled is null ? null : Rank(misspelled, right),
            answer.Abstained,
            answer.Confidence,
            check.FactShare,
            check.Said.Count == 0,
            check.IsRight,
            right.Count == 0 || cited.Length == 0 ? null : (double)cited.Count(right.Contains) / cited.Length,
            new OutcomeDetail(
                question.Question,
                standalone,
                answer.Response,
                answer.Mode,
                check.Missing,
                check.Said,
                question.Documents,
                [.. search.Hits.Take(ShownPassages).Select(hit => new OutcomePassage(
                    hit.Passage.Document.Path,
                    string.Join(" › ", hit.Passage.HeadingPath.Prepend(hit.Passage.Document.Title)),
                    Math.Round(hit.Score, 4),
                    hit.Passage.Text))],
                answer.TimingsMs.Total,
                question.History.Count == 0 ? null : question.History),
            new AnswerQuality(
                check.Leads,
                check.Words,
                relevance.Cited,
                relevance.Relevant,
                answer.Completeness,
                check.IsDeclined,
                check.IsRightlyDeclined,
                check.IsGood),
            answer.Citations.Select(citation => citation.Tool?.Name).OfType<string>().Distinct().ToArray() is { Length: > 0 } tools ? tools : null);
    }

    private static int? Rank(SearchResult search, HashSet<string> right) =>
        search.Hits.Index().Where(hit => right.Contains(hit.Item.Passage.Document.Path)).Select(hit => (int?)hit.Index + 1).FirstOrDefault();
}
