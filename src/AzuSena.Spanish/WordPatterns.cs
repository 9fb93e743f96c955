namespace AzuSena.Spanish;

/// <summary>Many patterns, tried by the word that a match starts with.</summary>
public sealed class WordPatterns
{
    private readonly Dictionary<string, List<WordPattern>> _byFirst = new(StringComparer.Ordinal);
    private readonly List<WordPattern> _others = [];

    private WordPatterns()
    {
    }

    /// <summary>
    /// Reads patterns from an embedded list: <c>=group: word word …</c> defines words, any other line <c>name: pattern | pattern | …</c> adds patterns to
    /// a set.
    /// </summary>
    /// <param name="type">A type in the namespace that prefixes the file's name.</param>
    /// <param name="file">The rest of the file's name.</param>
    /// <param name="key">What words are compared by; the folded word if null.</param>
    public static IReadOnlyDictionary<string, WordPatterns> Read(Type type, string file, Func<string, string>? key = null)
    {
        var lines = NamedLines.Read(type, file).ToArray();
        var groups = lines.Where(line => line.Name[0] == '=')
            .GroupBy(line => line.Name[1..], line => line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(words => words).ToArray(), StringComparer.Ordinal);
        var sets = new Dictionary<string, WordPatterns>(StringComparer.Ordinal);
        foreach (var (name, value) in lines.Where(line => line.Name[0] != '='))
        {
            sets.TryAdd(name, new WordPatterns());
            foreach (var pattern in value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                sets[name].Add(WordPattern.Read(pattern, groups, key ?? (word => word)));
            }
        }

        return sets;
    }

    /// <summary>The end of the longest match that starts at a word, exclusive; -1 if there is none.</summary>
    public int Match(IReadOnlyList<SaidWord> words, int at, int end)
    {
        if (at >= end)
        {
            return -1;
        }

        var own = _byFirst.TryGetValue(words[at].Folded, out var patterns) ? patterns : [];
        return own.Concat(_others).Select(pattern => pattern.Match(words, at, end)).DefaultIfEmpty(-1).Max();
    }

    /// <summary>The first place where a pattern matches, or null.</summary>
    public (int Start, int End)? Find(IReadOnlyList<SaidWord> words, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (Match(words, at, end) is var to && to > at)
            {
                return (at, to);
            }
        }

        return null;
    }

    private void Add(WordPattern pattern)
    {
        if (pattern.FirstWords is not { } first)
        {
            _others.Add(pattern);
            return;
        }

        foreach (var word in first.Distinct(StringComparer.Ordinal))
        {
            if (!_byFirst.TryGetValue(word, out var same))
            {
                _byFirst[word] = same = [];
            }

            same.Add(pattern);
        }
    }
}
