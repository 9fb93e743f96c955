using AzuSena.Spanish;

namespace AzuSena.Questions;

/// <summary>
/// What a question asks, apart from what stands around it: greetings, names, courtesies, instructions of form and markup are left out, a story is kept as the
/// situation.
/// </summary>
/// <param name="Core">What is asked, as written; the text itself if nothing stands around it. This is what is searched and weighed.</param>
/// <param name="Situation">What the asker tells beside it; empty if nothing. The answer may depend on it.</param>
/// <param name="Parts">The questions of the core, each complete in itself; one if it asks one thing.</param>
public sealed record AskedQuestion(string Core, string Situation, IReadOnlyList<string> Parts)
{
    // A longer clause before a comma and a "¿" is a story.
    private const int MaxJoinedTerms = 12;

    /// <summary>The situation and the core: all that an answer may depend on.</summary>
    public string Told => Situation.Length == 0 ? Core : $"{Situation.TrimEnd('.')}. {Core}";

    /// <summary>The situation without where the asker is.</summary>
    public string Story { get; private init; } = Situation;

    /// <summary>The core without the clause that leads into the question ("Vi un anuncio, ¿…?"); the core itself if it depends on one.</summary>
    public string Alone { get; init; } = Core;

    /// <summary>Reads a question.</summary>
    /// <param name="text">The question.</param>
    public static AskedQuestion Of(string text)
    {
        if (text.EndsWith(')') && text.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at)
        {
            var (own, addition) = (Of(text[..at]), text[at..]);
            return own with { Core = own.Core + addition, Alone = own.Alone + addition, Parts = [.. own.Parts.Select(part => part + addition)] };
        }

        var plain = QuestionMarkup.Remove(text);
        var words = SaidWord.Of(plain).ConvertAll(word => word with { Folded = Unstretched(word.Folded) });
        var all = QuestionSentence.Split(plain, words).ConvertAll(sentence => new BareSentence(plain, words, sentence));
        var place = all.Select(sentence => sentence.Place).FirstOrDefault(it => it is not null);
        var said = all.FindAll(sentence => !sentence.IsEmpty);
        if (said.Count == 0)
        {
            return new AskedQuestion(text, "", [text]);
        }

        var asking = Asking(said);
        var core = string.Join(' ', asking);
        var needsPlace = place is not null && QuestionPhrases.NeedsPlace.Find(words, 0, words.Count) is not null;
        var asks = asking.ToHashSet();
        var story = said.SelectMany(sentence => asks.Contains(sentence) ? sentence.Situation : sentence.Situation.Append(sentence.ToString().TrimEnd('.')))
            .ToArray();
        var situation = string.Join(". ", (place is null || needsPlace ? [] : new[] { place }).Concat(story));
        if (needsPlace)
        {
            core = $"{place}, {core}";
        }

        core = SameWords(core, text) ? text : core;
        return new AskedQuestion(core, situation, QuestionParts.Of(asking, core)) { Alone = AloneOf(asking) ?? core, Story = string.Join(". ", story) };
    }

    // The sentences that ask, or all if none does; with what they depend on.
    private static List<BareSentence> Asking(List<BareSentence> said)
    {
        var asking = said.FindAll(sentence => sentence.IsQuestion);
        asking = asking.Count > 0 ? asking : said.FindAll(sentence => sentence.Asks);
        if (asking.Count == 0)
        {
            return said;
        }

        var (isBare, asks) = (asking[0].RefersBack, asking.ToHashSet());
        return [.. said.Where((sentence, i) => asks.Contains(sentence)
            || (i + 1 < said.Count && asks.Contains(said[i + 1]) && (isBare || (said[i + 1].IsJoined && sentence.Terms <= MaxJoinedTerms)))
            || (isBare && i == 1 && said.Count == 2))];
    }

    private static string? AloneOf(List<BareSentence> asking) =>
        asking.Find(sentence => sentence.IsQuestion) is { RefersBack: false } && asking.Exists(sentence => !sentence.IsQuestion)
            ? string.Join(' ', asking.Where(sentence => sentence.IsQuestion))
            : null;

    // "Holaaa", "graciasss".
    private static string Unstretched(string word) => string.Concat(
        word.Where((c, i) => !(i > 0 && word[i - 1] == c && ((i > 1 && word[i - 2] == c) || (i + 1 < word.Length && word[i + 1] == c))) || char.IsDigit(c)));

    private static bool SameWords(string one, string other) =>
        SaidWord.Of(one).Select(word => word.Folded).SequenceEqual(SaidWord.Of(other).Select(word => word.Folded), StringComparer.Ordinal);
}
