using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Lucene.Net.Tartarus.Snowball.Ext;
using LuceneSpanish = Lucene.Net.Analysis.Es.SpanishAnalyzer;

namespace AzuSena.Spanish;

/// <summary>
/// Turns Spanish text into index terms, the same way for passages and for questions: words, folded (lower case, no
/// accents, ñ as n), without stop words and interrogatives, stemmed. Folding comes before stemming, so a question
/// typed without accents has the same terms as one typed with them.
/// </summary>
/// <remarks>
/// The stemmer is Snowball's Spanish one (https://snowballstem.org/algorithms/spanish/stemmer.html) in Lucene.Net's port.
/// All members are safe for concurrent use.
/// </remarks>
public static class SpanishAnalyzer
{
    /// <summary>Changes whenever the terms of a text change, so that a stored index knows it is of another analysis.</summary>
    public const string Version = "es-2";

    private const int MaxCachedWords = 200_000;
    private const int MaxWordLength = 64;

    private static readonly string[] Interrogatives =
        ["que", "quien", "quienes", "cual", "cuales", "cuanto", "cuanta", "cuantos", "cuantas", "cuando", "donde", "adonde", "como"];

    // Words that ask for an answer and say nothing of its subject ("explícame", "quisiera saber").
    private static readonly string[] Requests =
        ["explica", "explicame", "explique", "expliqueme", "dime", "digame", "cuentame", "cuenteme", "hablame", "hableme", "quisiera", "quiero", "saber"];

    // What people put around a question when they write as they speak, and no document is about.
    private static readonly string[] Fillers =
    [
        "q", "k", "x", "xq", "pq", "tb", "pa", "pal", "ke", "oiga", "oigan", "oye", "vea", "mire", "mira", "ey", "hey", "hola", "holi", "buenas", "quiubo", "quihubo", "parce",
        "parcero", "parcera", "veci", "sumerce", "mijo", "mija", "jaja", "jajaja", "jeje", "jejeje", "porfa", "porfis", "gracias", "disculpe",
        "disculpa", "perdon", "perdone", "vaina", "vainas", "man", "pues", "osea", "ok", "okay", "bueno", "listo", "jum", "uy", "ay", "ah", "eh", "dizque", "please",
    ];

    // Verbs that any question may be put with.
    private static readonly string[] LightVerbs =
    [
        "hacer", "hago", "hace", "hacen", "haria", "puedo", "puede", "pueden", "podria", "debo", "debe", "deben", "poner", "pongo", "necesito",
        "necesita", "toca", "voy", "va", "dan", "dar", "doy",
    ];

    private static readonly FrozenSet<string> StopWords =
        LuceneSpanish.DefaultStopSet.Select(Fold).Concat(Interrogatives).Concat(Requests).Concat(Fillers).Concat(LightVerbs).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lazy<FrozenSet<string>> StopSounds = new(() => StopWords.Select(SpanishSound.Of).ToFrozenSet(StringComparer.Ordinal));

    // By the word as it was written; a stop word has no stem. Spares folding and stemming, and with the lookup by span any allocation.
    private static readonly WordCache<(string Word, string? Stem)> Known = new(MaxCachedWords);

    // An instance of the stemmer holds the word it works on, so each thread has its own.
    private static readonly ThreadLocal<SpanishStemmer> Stemmer = new(() => new SpanishStemmer());

    // Off only in the flow of a test that measures what the stemmer gives; the flag keeps everybody else from looking.
    private static readonly AsyncLocal<bool> IsUnstemmed = new();
    private static volatile bool _mayBeUnstemmed;

    /// <summary>From here on this flow of control, and no other, leaves words as they are. For evaluation alone: what is indexed with it must be searched with it.</summary>
    internal static void LeaveUnstemmed()
    {
        _mayBeUnstemmed = true;
        IsUnstemmed.Value = true;
    }

    /// <summary>The terms of <paramref name="text"/>, in its order, repeated as often as they occur.</summary>
    public static List<Term> Analyze(ReadOnlySpan<char> text)
    {
        var terms = new List<Term>();
        foreach (var range in Words(text))
        {
            var (word, stem) = Lookup(text[range]);
            if (stem is not null)
            {
                terms.Add(new Term(stem, word, range.Start.Value, range.End.Value - range.Start.Value));
            }
        }

        return terms;
    }

    /// <summary>Only the stems of <paramref name="text"/>, in its order.</summary>
    public static List<string> Stem(ReadOnlySpan<char> text) => Analyze(text).ConvertAll(term => term.Stem);

    /// <summary>Lower case without accents or other marks; compatibility forms (ligatures, full width) become plain letters.</summary>
    public static string Fold(string word) => Fold(word.AsSpan());

    /// <inheritdoc cref="Fold(string)"/>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            return string.Create(word.Length, word, static (target, source) => source.ToLowerInvariant(target));
        }

        var decomposed = CombiningMarks.Bound(WellFormed(word.ToString())).Normalize(NormalizationForm.FormKD);
        var builder = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                builder.Append(char.ToLowerInvariant(c));
            }
        }

        return builder.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Where the words of a text are: runs of letters, digits and combining marks.</summary>
    public static List<Range> Words(ReadOnlySpan<char> text)
    {
        var words = new List<Range>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsWordCharacter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(start..i);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>Whether the folded <paramref name="word"/> is too common to be searched.</summary>
    public static bool IsStopWord(string word) => StopWords.Contains(word);

    /// <summary>Whether a folded word, misspelled, may be one that is too common to be searched.</summary>
    public static bool SoundsLikeStopWord(string word) => StopSounds.Value.Contains(SpanishSound.Of(word));

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The term of one folded word: its stem, or the one that stands for its family.</summary>
    public static string StemOf(string folded) => _mayBeUnstemmed && IsUnstemmed.Value ? folded : WordFamilies.StandardOf(Snowball(folded));

    /// <summary>The stem of one folded word, and nothing more.</summary>
    internal static string Snowball(string folded)
    {
        if (folded.Length > MaxWordLength)
        {
            return folded[..MaxWordLength];
        }

        var stemmer = Stemmer.Value!;
        stemmer.SetCurrent(folded);
        stemmer.Stem();
        return stemmer.Current is { Length: > 0 } stem ? stem : folded;
    }

    private static (string Word, string? Stem) Lookup(ReadOnlySpan<char> written)
    {
        var isKept = !(_mayBeUnstemmed && IsUnstemmed.Value);
        if (isKept && Known.TryGet(written, out var known))
        {
            return known;
        }

        var folded = Fold(written);
        var entry = (folded, folded.Length == 0 || StopWords.Contains(folded) ? null : StemOf(folded));
        if (isKept && written.Length <= MaxWordLength)
        {
            Known.Add(written.ToString(), entry);
        }

        return entry;
    }

    private static string WellFormed(string word)
    {
        // Normalize throws on a lone surrogate and on U+FFFE; hostile text must not be able to.
        var runes = word.Replace('\uFFFE', '\uFFFD').EnumerateRunes();
        return string.Concat(runes.Select(rune => rune.ToString()));
    }
}
