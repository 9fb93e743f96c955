using AzuSena.Spanish;

namespace AzuSena.Conversations.FollowUps;

/// <summary>The part of a question that is omitted because the previous one stated it.</summary>
internal enum Ellipsis
{
    /// <summary>Nothing: the question is standalone.</summary>
    None,

    /// <summary>The subject: "¿y cuánto dura?".</summary>
    Subject,

    /// <summary>The predicate, with another subject: "¿y un tecnólogo?".</summary>
    Predicate,

    /// <summary>The whole previous question, which this one completes: "¿y si soy menor de edad?".</summary>
    Everything,
}

/// <summary>Detects what a question omits, from its form alone.</summary>
internal static class EllipsisDetection
{
    private const int MaxFragmentTerms = 3;

    // "Eso" may refer to a subject named earlier in the same question.
    private const int MaxTermsBesidePronoun = 1;

    // "¿Y cada cuánto abren convocatoria?" goes on about the subject; with more words of its own it names another.
    private const int MaxTermsOfContinuation = 2;

    /// <summary>What is omitted, and the leading preposition of a completing fragment, if any.</summary>
    public static (Ellipsis Kind, string? Preposition) Of(string question)
    {
        var words = SpanishAnalyzer.Words(question)
            .ConvertAll(range =>
                new Word(SpanishAnalyzer.Fold(question.AsSpan()[range]), question[range], range.Start.Value));
        var folded = string.Join(' ', words.Select(word => word.Folded));
        if (FollowUpWords.Changes.Any(phrase => folded.Contains(phrase, StringComparison.Ordinal)))
        {
            return (Ellipsis.None, null);
        }

        var skipped = words.TakeWhile(word => FollowUpWords.IsOpener(word.Folded) || FollowUpWords.IsFiller(word.Folded)).ToList();
        var goesOn = skipped.Exists(word => FollowUpWords.IsOpener(word.Folded));
        var rest = words.Skip(skipped.Count).ToList();
        var (terms, named) = SaidTerms.Of(question, rest.Count == 0 ? question.Length : rest[0].Start);
        var looksBack = LooksBack(rest, named);

        if (named.Count == 0)
        {
            return (terms.Count == 0 && !looksBack ? Ellipsis.Everything : Ellipsis.Subject, null);
        }

        if (looksBack || LeavesOutItsSubject(rest))
        {
            return (Ellipsis.Subject, null);
        }

        if (AsksByItself(rest))
        {
            return (goesOn && named.Count <= MaxTermsOfContinuation && BeginsWithAspect(rest) ? Ellipsis.Subject : Ellipsis.None, null);
        }

        return Fragment(question, rest, named.Count, goesOn, terms.Count > named.Count);
    }

    private static bool LeavesOutItsSubject(List<Word> rest) =>
        rest.Count > 1 && FollowUpWords.IsBareVerb(rest[0].Folded) && (rest[1].Folded == "si" || FollowUpWords.IsPreposition(rest[1].Folded));

    private static bool LooksBack(List<Word> words, List<Term> named)
    {
        var firstNamed = named.Count == 0 ? int.MaxValue : named[0].Start;
        return words.Where((word, i) =>
            (FollowUpWords.IsPronoun(word.Folded)
                && (word.Start < firstNamed || named.Count <= MaxTermsBesidePronoun)
                && !(i + 1 < words.Count && FollowUpWords.IsTime(words[i + 1].Folded)))
            || (FollowUpWords.IsPossessive(word.Folded) && word.Start < firstNamed)
            || IsCliticAfterInterrogative(words, i)
            || (word.Folded == "lo" && word.Start < firstNamed && i + 1 < words.Count && words[i + 1].Folded is not ("que" or "de" or "mas"))).Any();
    }

    // "¿Dónde la denuncio?", "¿en cuánto tiempo la publican?": no article follows an interrogative directly.
    private static bool IsCliticAfterInterrogative(List<Word> words, int at) =>
        words[at].Folded is "la" or "las" or "los" or "lo" or "le" or "les" && at + 1 < words.Count && at > 0
        && (FollowUpWords.IsInterrogative(words[at - 1].Folded) && words[at - 1].Folded is not ("que" or "cual")
            || (at > 1 && (words[at - 1].Folded is "tiempo" || FollowUpWords.IsTime(words[at - 1].Folded))
                && FollowUpWords.IsInterrogative(words[at - 2].Folded)));

    // "Que" without an accent is a conjunction or a relative pronoun, except at the start of a question.
    private static bool AsksByItself(List<Word> rest) =>
        FollowUpWords.IsRequest(rest[0].Folded)
        || FollowUpWords.IsInterrogative(rest[0].Folded)
        || (rest.Count > 1 && FollowUpWords.IsPreposition(rest[0].Folded) && FollowUpWords.IsInterrogative(rest[1].Folded))
        || rest.Exists(word => FollowUpWords.IsInterrogative(word.Folded)
            && (word.Folded is not ("que" or "como") || word.Written.Any(c => c is 'é' or 'É' or 'ó' or 'Ó')));

    // "¿Y qué es SENNOVA?" and "¿y los aprendices cuánto ganan?" name the subject that they turn to.
    private static bool BeginsWithAspect(List<Word> rest)
    {
        var at = FollowUpWords.IsPreposition(rest[0].Folded) || rest[0].Folded == "cada" ? 1 : 0;
        return at < rest.Count && FollowUpWords.IsInterrogative(rest[at].Folded)
            && !(at + 1 < rest.Count && rest[at + 1].Folded is "es" or "son" or "significa" or "fue");
    }

    private static (Ellipsis Kind, string? Preposition) Fragment(string question, List<Word> rest, int named, bool goesOn, bool asksAspect)
    {
        var hasClause = asksAspect || rest.Exists(word => FollowUpWords.IsVerb(word.Folded));
        if (rest[0].Folded == "si")
        {
            return (question.Contains(',') ? Ellipsis.None : Ellipsis.Everything, null);
        }

        if (FollowUpWords.IsPreposition(rest[0].Folded) && !hasClause && (goesOn || named <= MaxFragmentTerms))
        {
            return (Ellipsis.Everything, rest[0].Folded);
        }

        return !goesOn ? (Ellipsis.None, null)
            : hasClause ? (Ellipsis.Subject, null)
            : (named <= MaxFragmentTerms ? Ellipsis.Predicate : Ellipsis.None, null);
    }

    private readonly record struct Word(string Folded, string Written, int Start);
}
