using System.Collections.Frozen;

namespace AzuSena.Spanish;

/// <summary>
/// A phrase with variable places, over folded words. Its elements, separated by spaces: <c>a/b</c> one of several words; <c>&lt;group&gt;</c> a word of a
/// group; <c>#</c> a number in digits; <c>a?</c> optional, and never behind punctuation; <c>..</c> up to three words of any kind; <c>&amp;a/b</c> and
/// <c>!a/b</c> look at the next word without taking it; <c>;</c> punctuation or the end follows; <c>$</c> the end follows; <c>@group</c> up to four names,
/// capitalised or of that group.
/// </summary>
public sealed class WordPattern
{
    private const string Number = "#";
    private const int MaxGap = 3;
    private const int MaxNames = 4;

    private readonly Element[] _elements;

    private WordPattern(Element[] elements) => _elements = elements;

    private enum Kind
    {
        Word,
        Gap,
        Followed,
        NotFollowed,
        Break,
        End,
        Names,
    }

    /// <summary>The words that a match can start with; null if any word can.</summary>
    internal IReadOnlyCollection<string>? FirstWords
    {
        get
        {
            var first = new List<string>();
            foreach (var element in _elements)
            {
                if (element.Kind is not Kind.Word || element.Words.Contains(Number))
                {
                    return null;
                }

                first.AddRange(element.Words);
                if (!element.IsOptional)
                {
                    return first;
                }
            }

            return null;
        }
    }

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The elements.</param>
    /// <param name="groups">The groups of words that it may refer to.</param>
    /// <param name="key">What words are compared by, such as their sound.</param>
    public static WordPattern Read(string pattern, IReadOnlyDictionary<string, string[]> groups, Func<string, string> key)
    {
        return new WordPattern([.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReadElement)]);

        Element ReadElement(string written)
        {
            var isOptional = written.Length > 1 && written[^1] == '?';
            var element = isOptional ? written[..^1] : written;
            return element switch
            {
                ".." => new Element(Kind.Gap, None, isOptional),
                ";" => new Element(Kind.Break, None, isOptional),
                "$" => new Element(Kind.End, None, isOptional),
                ['@', .. var group] => new Element(Kind.Names, Words($"<{group}>"), isOptional),
                ['&', .. var next] => new Element(Kind.Followed, Words(next), isOptional),
                ['!', .. var next] => new Element(Kind.NotFollowed, Words(next), isOptional),
                _ => new Element(Kind.Word, Words(element), isOptional),
            };
        }

        FrozenSet<string> Words(string alternatives) => alternatives.Split('/')
            .SelectMany(word => word is ['<', .. var group, '>'] ? groups[group] : [word])
            .Select(key)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The end of the longest match that starts at a word, exclusive; -1 if there is none.</summary>
    /// <param name="words">The words, compared by <see cref="SaidWord.Folded"/>.</param>
    /// <param name="at">The first word of the match.</param>
    /// <param name="end">The end of the words to look at, exclusive.</param>
    public int Match(IReadOnlyList<SaidWord> words, int at, int end) => Match(words, at, at, end, 0);

    private static FrozenSet<string> None => FrozenSet<string>.Empty;

    private int Match(IReadOnlyList<SaidWord> words, int start, int at, int end, int element)
    {
        if (element == _elements.Length)
        {
            return at;
        }

        var it = _elements[element];
        var best = it.IsOptional ? Match(words, start, at, end, element + 1) : -1;
        var (from, to) = it.Kind switch
        {
            Kind.Word => One(at < end && !(it.IsOptional && at > start && words[at - 1].IsBreak) && it.Holds(words[at].Folded)),
            Kind.Gap => (0, Math.Min(MaxGap, end - at)),
            Kind.Followed => Nothing(at < end && it.Words.Contains(words[at].Folded)),
            Kind.NotFollowed => Nothing(at >= end || !it.Words.Contains(words[at].Folded)),
            Kind.Break => Nothing(at >= end || (at > 0 && words[at - 1].IsBreak)),
            Kind.End => Nothing(at >= end),
            _ => (1, Names(words, at, end, it.Words)),
        };
        for (var length = from; length <= to; length++)
        {
            best = Math.Max(best, Match(words, start, at + length, end, element + 1));
        }

        return best;
    }

    private static (int From, int To) One(bool isMatch) => isMatch ? (1, 1) : (1, 0);

    private static (int From, int To) Nothing(bool isMatch) => isMatch ? (0, 0) : (1, 0);

    // A name ends at punctuation.
    private static int Names(IReadOnlyList<SaidWord> words, int at, int end, FrozenSet<string> known)
    {
        var length = 0;
        while (length < MaxNames && at + length < end
            && (words[at + length].IsCapital || known.Contains(words[at + length].Folded))
            && (length == 0 || !words[at + length - 1].IsBreak))
        {
            length++;
        }

        return length;
    }

    private readonly record struct Element(Kind Kind, FrozenSet<string> Words, bool IsOptional)
    {
        public bool Holds(string word) => Words.Contains(word) || (Words.Contains(Number) && char.IsDigit(word, 0));
    }
}
