using AzuSena.Answers;
using AzuSena.Evaluation.Questions;
using AzuSena.Passages;

namespace AzuSena.Evaluation.Runs;

/// <summary>How much of what an answer says comes from where its question is answered.</summary>
/// <param name="Cited">How many sentences a passage supports.</param>
/// <param name="Relevant">How many of these a right passage supports.</param>
internal sealed record SentenceRelevance(int Cited, int Relevant)
{
    /// <summary>Counts the sentences of an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="find">The passage of an id; null if it is no longer stored.</param>
    public static SentenceRelevance Of(EvaluationQuestion question, Answer answer, Func<string, Passage?> find)
    {
        var cited = (answer.Grounding ?? []).Where(sentence => sentence.Citations.Count > 0).ToArray();
        return new SentenceRelevance(cited.Length, cited.Count(sentence => sentence.Citations.Any(IsRight)));

        bool IsRight(Citation citation) =>
            find(citation.PassageId) is { } passage
            && question.Documents.Contains(passage.Document.Path, StringComparer.Ordinal)
            && (question.Sections is null
                || question.Sections.Any(section => passage.HeadingPath.Any(heading => WordLine.Of(heading) == WordLine.Of(section))));
    }
}
