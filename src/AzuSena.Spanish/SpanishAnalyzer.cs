using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Lucene.Net.Tartarus.Snowball.Ext;
using LuceneSpanish = Lucene.Net.Analysis.Es.SpanishAnalyzer;

namespace AzuSena.Spanish;

/// <summary>
/// Converts Spanish text into index terms, identically for passages and questions: words, folded (lower case, no accents, ñ as n), without stop words and
/// interrogatives, stemmed. Folding precedes stemming, so a question typed without accents has the same terms as one typed with them.
/// </summary>
/// <remarks>
/// The stemmer is Snowball's Spanish one (https://snowballstem.org/algorithms/spanish/stemmer.html) in Lucene.Net's port.
/// All members are safe for concurrent use.
/// </remarks>
public static class SpanishAnalyzer
{
    /// <summary>Changes whenever the terms of a text change, so that an index of another version is recognised.</summary>
    public const string Version = "es-5";

    private const int MaxCachedWords = 200_000;
    private const int MaxWordLength = 64;

    private static readonly string[] Interrogatives =
        ["que", "quien", "quienes", "cual", "cuales", "cuanto", "cuanta", "cuantos", "cuantas", "cuando", "donde", "adonde", "como"];

    // Words that request an answer and carry no subject ("explícame", "quisiera saber").
    private static readonly string[] Requests =
        ["explica", "explicame", "explique", "expliqueme", "dime", "digame", "cuentame", "cuenteme", "hablame", "hableme", "quisiera", "quiero", "saber"];

    // Filler words of informal questions that no document is about.
    private static readonly string[] Fillers =
    [
        "q", "k", "x", "xq", "pq", "tb", "pa", "pal", "ke", "oiga", "oigan", "oye", "vea", "mire", "mira", "ey", "hey", "hola", "holi", "buenas", "quiubo",
        "quihubo", "parce", "parcero", "parcera", "veci", "sumerce", "mijo", "mija", "jaja", "jajaja", "jeje", "jejeje", "porfa", "porfis", "gracias",
        "disculpe", "disculpa", "perdon", "perdone", "vaina", "vainas", "man", "pues", "osea", "ok", "okay", "bueno", "listo", "jum", "uy", "ay", "ah",
        "eh", "dizque", "please",
    ];

    // Verbs that can occur in any question.
    private static readonly string[] LightVerbs =
    [
        "hacer", "hago", "hace", "hacen", "haria", "puedo", "puede", "pueden", "podria", "debo", "debe", "deben", "poner", "pongo", "necesito",
        "necesita", "toca", "voy", "va", "dan", "dar", "doy",
    ];

    private static readonly FrozenSet<string> StopWords =
        LuceneSpanish.DefaultStopSet.Select(Fold)
            .Concat(Interrogatives)
            .Concat(Requests)
            .Concat(Fillers)
            .Concat(LightVerbs)
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lazy<FrozenSet<string>> StopSounds = new(() => StopWords.Select(SpanishSound.Of).ToFrozenSet(StringComparer.Ordinal));

    // Keyed by the word as written; the stem is null for a stop word. Saves folding and stemming and, by the lookup by span, allocations.
    private static readonly WordCache<(string Word, string? Stem)> Known = new(MaxCachedWords);

    // A stemmer instance holds the word it works on, so each thread has its own.
    private static readonly ThreadLocal<SpanishStemmer> Stemmer = new(() => new SpanishStemmer());

    // Set only in the async flow of an evaluation that measures the stemmer's effect; the flag spares all other callers the check.
    private static readonly AsyncLocal<bool> IsUnstemmed = new();
    private static volatile bool _mayBeUnstemmed;

    /// <summary>Disables stemming for the current async flow only. For evaluation: an index built this way must be searched this way.</summary>
    internal static void LeaveUnstemmed()
    {
        _mayBeUnstemmed = true;
        IsUnstemmed.Value = true;
    }

    /// <summary>The terms of <paramref name="text"/>, in order, with repetitions.</summary>
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

    /// <summary>The stems of <paramref name="text"/>, in order.</summary>
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
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                builder.Append(char.ToLowerInvariant(c));
            }
        }

        return builder.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The ranges of the words of a text: runs of letters, digits and combining marks.</summary>
    public static List<Range> Words(ReadOnlySpan<char> text)
    {
        var words = new List<Range>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (IsWordCharacter(text[i]) || (start >= 0 && IsInvisible(text[i]))))
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

    /// <summary>Whether a folded word may be a misspelled stop word.</summary>
    public static bool SoundsLikeStopWord(string word) => StopSounds.Value.Contains(SpanishSound.Of(word));

    // Soft hyphens and spaces of no width stand within words.
    private static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The index term of a folded word: its stem, or the representative of its word family.</summary>
    public static string StemOf(string folded) => _mayBeUnstemmed && IsUnstemmed.Value ? folded : WordFamilies.StandardOf(Snowball(folded));

    /// <summary>The plain stem of a folded word.</summary>
    internal static string Snowball(string folded)
    {
        if (folded.Length > MaxWordLength)
        {
            return folded[..MaxWordLength];
        }

        var stemmer = Stemmer.Value!;
        stemmer.SetCurrent(WithNounAccent(folded));
        stemmer.Stem();
        return stemmer.Current is { Length: > 0 } stem ? stem.Replace('ó', 'o') : folded;
    }

    // Snowball knows "-ción" by the accent that folding removed, and "-ciones" without it; otherwise "evaluación" and "evaluaciones" would differ.
    private static string WithNounAccent(string folded) => folded.EndsWith("cion", StringComparison.Ordinal) ? $"{folded.AsSpan(..^2)}ón" : folded;

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
        // Normalize throws on a lone surrogate and on U+FFFE; untrusted text must not trigger that.
        var runes = word.Replace('\uFFFE', '\uFFFD').EnumerateRunes();
        return string.Concat(runes.Select(rune => rune.ToString()));
    }
}
