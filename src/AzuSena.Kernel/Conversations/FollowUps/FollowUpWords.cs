using System.Collections.Frozen;
using AzuSena.Spanish;

namespace AzuSena.Conversations.FollowUps;

/// <summary>The words that identify follow-up questions, from <c>words.txt</c>.</summary>
internal static class FollowUpWords
{
    private static readonly ILookup<string, string[]> Lines = Read();
    private static readonly FrozenDictionary<string, FrozenSet<string>> Groups =
        Lines.ToFrozenDictionary(group => group.Key, group => group.SelectMany(entries => entries).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> AspectStems = Stems(Groups["Aspect"]);
    private static readonly FrozenSet<string>[] AlternativeStems = [.. Lines["Alternative"].Select(Stems)];

    /// <summary>Phrases that announce a change of subject.</summary>
    public static IEnumerable<string> Changes => Groups["Change"];

    public static bool IsOpener(string word) => Groups["Opener"].Contains(word);

    public static bool IsFiller(string word) => Groups["Filler"].Contains(word);

    public static bool IsRequest(string word) => Groups["Request"].Contains(word);

    public static bool IsInterrogative(string word) => Groups["Interrogative"].Contains(word);

    public static bool IsPreposition(string word) => Groups["Preposition"].Contains(word);

    /// <summary>Whether a word refers to something said before, or ends with such a pronoun ("usarlo").</summary>
    public static bool IsPronoun(string word) => Groups["Pronoun"].Contains(word) || (HasEnclitic(word) && !Groups["NoEnclitic"].Contains(word));

    public static bool IsClitic(string word) => Groups["Clitic"].Contains(word);

    public static bool IsModal(string word) => Groups["Modal"].Contains(word);

    /// <summary>Whether a word has the form of an infinitive: "suspender", "inscribirme".</summary>
    public static bool IsInfinitive(string word)
    {
        var bare = word.EndsWith("me", StringComparison.Ordinal) || word.EndsWith("se", StringComparison.Ordinal) ? word.AsSpan()[..^2] : word;
        return bare.Length >= 4 && bare[^1] == 'r' && bare[^2] is 'a' or 'e' or 'i';
    }

    public static bool IsPossessive(string word) => Groups["Possessive"].Contains(word);

    public static bool IsTime(string word) => Groups["Time"].Contains(word);

    public static bool IsVerb(string word) => Groups["Verb"].Contains(word);

    /// <summary>Whether a verb at the beginning of a question needs a subject that may be left out.</summary>
    public static bool IsBareVerb(string word) => Groups["Bare"].Contains(word);

    /// <summary>Whether a term asks for an aspect of a subject without naming one.</summary>
    public static bool IsAspect(Term term) => AspectStems.Contains(term.Stem) && !Groups["NotAspect"].Contains(term.Word);

    /// <summary>Whether two different terms are interchangeable.</summary>
    public static bool AreAlternatives(string stem, string other) =>
        stem != other && AlternativeStems.Any(line => line.Contains(stem) && line.Contains(other));

    private static bool HasEnclitic(string word)
    {
        var bare = word.EndsWith('s') ? word.AsSpan()[..^1] : word;
        return bare.Length >= 6
            && (bare.EndsWith("rlo", StringComparison.Ordinal) || bare.EndsWith("rla", StringComparison.Ordinal))
            && bare[^4] is 'a' or 'e' or 'i';
    }

    private static FrozenSet<string> Stems(IEnumerable<string> words) => words.Select(SpanishAnalyzer.StemOf).ToFrozenSet(StringComparer.Ordinal);

    private static ILookup<string, string[]> Read() => NamedLines.Read(typeof(FollowUpWords), "words.txt")
        .ToLookup(line => line.Name, line => line.Value.Split('|', StringSplitOptions.TrimEntries), StringComparer.Ordinal);
}
