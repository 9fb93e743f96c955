using AzuSena.Spanish;

namespace AzuSena.Conversations.FollowUps;

/// <summary>The terms of a question, and those that name its subject.</summary>
/// <param name="All">The terms except pure references.</param>
/// <param name="Named">The terms that are neither a verb nor an aspect of a subject.</param>
internal sealed record SaidTerms(List<Term> All, List<Term> Named)
{
    /// <summary>Analyses <paramref name="text"/> from <paramref name="start"/> on.</summary>
    public static SaidTerms Of(string text, int start = 0)
    {
        var words = SpanishAnalyzer.Words(text).ConvertAll(range => (Text: SpanishAnalyzer.Fold(text.AsSpan()[range]), Start: range.Start.Value));
        var verbs = words.Zip(words.Skip(1))
            .Where(pair => FollowUpWords.IsClitic(pair.First.Text) || (FollowUpWords.IsModal(pair.First.Text) && FollowUpWords.IsInfinitive(pair.Second.Text)))
            .Select(pair => pair.Second.Start)
            .ToHashSet();
        var all = SpanishAnalyzer.Analyze(text).FindAll(term => term.Start >= start && !FollowUpWords.IsPronoun(term.Word));
        return new SaidTerms(all, all.FindAll(term => !FollowUpWords.IsAspect(term) && !verbs.Contains(term.Start)));
    }
}
