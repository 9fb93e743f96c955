using AzuSena.Spanish;

namespace AzuSena.Conversations.FollowUps;

/// <summary>Takes the words that a follow-up question omits from the last turn.</summary>
internal static class CarriedWords
{
    private const int MaxTerms = 8;

    // A longer question contains more than its subject; the document that answered it shows which terms are the subject.
    private const int ManyTerms = 4;

    /// <summary>The words of <paramref name="last"/> that <paramref name="question"/> omits, as written; empty if there are none.</summary>
    public static string From(ConversationTurn last, string question, Ellipsis kind, string? preposition)
    {
        var said = last.StandaloneQuestion;
        var own = SpanishAnalyzer.Stem(question);
        var (terms, named) = SaidTerms.Of(said);
        var replaced = terms.FindAll(term => own.Exists(stem => FollowUpWords.AreAlternatives(stem, term.Stem)));
        var carried = (kind switch
        {
            Ellipsis.Subject => Subject(named, last),
            Ellipsis.Predicate when replaced.Count == 0 => terms.Except(named),
            Ellipsis.Everything when replaced.Count == 0 && preposition is not null && HasWord(said, preposition) => terms.Except(named),
            _ => terms,
        })
            .Where(term => !replaced.Contains(term) && !own.Contains(term.Stem))
            .DistinctBy(term => term.Stem, StringComparer.Ordinal)
            .Take(MaxTerms)
            .ToList();
        return carried.Count > 0 || replaced.Count > 0 || kind is Ellipsis.Predicate ? Phrases(said, carried) : TitleOf(last, own);
    }

    private static List<Term> Subject(List<Term> named, ConversationTurn last)
    {
        var title = SpanishAnalyzer.Stem(FirstTitle(last));
        return named.Count > ManyTerms && named.Exists(term => title.Contains(term.Stem)) ? named.FindAll(term => title.Contains(term.Stem)) : named;
    }

    private static string FirstTitle(ConversationTurn turn) => turn.Citations.Count > 0 ? turn.Citations[0].Title : "";

    private static bool HasWord(string text, string word) => SpanishAnalyzer.Words(text).Exists(range => SpanishAnalyzer.Fold(text.AsSpan()[range]) == word);

    // Adjacent words keep the small words between them: "contrato de aprendizaje" finds more than its two words apart.
    private static string Phrases(string said, List<Term> terms)
    {
        var phrases = new List<(int Start, int End)>();
        foreach (var term in terms.OrderBy(term => term.Start))
        {
            var end = term.Start + term.Length;
            if (phrases.Count > 0 && IsSmall(said[phrases[^1].End..term.Start]))
            {
                phrases[^1] = (phrases[^1].Start, end);
            }
            else
            {
                phrases.Add((term.Start, end));
            }
        }

        return string.Join(", ", phrases.Select(phrase => said[phrase.Start..phrase.End]));
    }

    private static bool IsSmall(string between) => between.All(c => char.IsLetter(c) || c == ' ') && SpanishAnalyzer.Analyze(between).Count == 0;

    private static string TitleOf(ConversationTurn last, List<string> own)
    {
        var title = FirstTitle(last).Split(':', '(')[0].Trim(' ', '¿', '?');
        return SpanishAnalyzer.Stem(title).TrueForAll(own.Contains) ? "" : title;
    }
}
