namespace AzuSena.Spanish.Legal;

/// <summary>Finds the code or constitution named in a folded text: <c>codigo penal</c>, <c>codigo de la infancia y la adolescencia</c>.</summary>
internal static class CodeName
{
    // A name that does not end within four words is cut after the third.
    private const int MaxWords = 4;
    private const int ShortestWord = 4;

    private static readonly string[] Kinds = ["constitucion", "codigo"];
    private static readonly string[] SmallWords = ["de", "del", "la", "el", "los", "las", "y"];
    private static readonly string[] Ends = [" sobre", " para", " que", " respecto"];

    /// <summary>The first match: its kind, and the words of its name, each with the preceding space; null if there is none.</summary>
    public static (string Kind, string Name)? First(string flat)
    {
        for (var at = 0; at < flat.Length; at++)
        {
            if (Array.Find(Kinds, kind => IsWordAt(flat, at, kind)) is { } kind)
            {
                return (kind, flat[(at + kind.Length)..EndOfName(flat, at + kind.Length)]);
            }
        }

        return null;
    }

    private static int EndOfName(string flat, int start)
    {
        var (end, cut) = (start, start);
        for (var words = 0; words <= MaxWords; words++)
        {
            if (EndsAt(flat, end))
            {
                return end;
            }

            cut = words < MaxWords ? end : cut;
            if (WordEnd(flat, end) is not (> 0 and var next))
            {
                return words < MaxWords ? end : cut;
            }

            end = next;
        }

        return cut;
    }

    private static bool EndsAt(string flat, int at) =>
        flat.AsSpan(at).IsWhiteSpace()
        || (flat[at] != ' ' && !char.IsAsciiLetterLower(flat[at]))
        || Array.Exists(Ends, word => flat.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && WordBoundary.IsAt(flat, at + word.Length));

    private static int WordEnd(string flat, int space)
    {
        if (space >= flat.Length || flat[space] != ' ')
        {
            return -1;
        }

        var end = space + 1;
        while (end < flat.Length && char.IsAsciiLetterLower(flat[end]))
        {
            end++;
        }

        return end - space > ShortestWord || SmallWords.Contains(flat[(space + 1)..end], StringComparer.Ordinal) ? end : -1;
    }

    private static bool IsWordAt(string flat, int at, string word) =>
        string.CompareOrdinal(flat, at, word, 0, word.Length) == 0 && WordBoundary.IsAt(flat, at) && WordBoundary.IsAt(flat, at + word.Length);
}
