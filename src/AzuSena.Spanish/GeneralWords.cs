using System.Collections.Frozen;

namespace AzuSena.Spanish;

/// <summary>Words of any conversation (<c>general-words.txt</c>), which say little about a question's subject however rare they are in the documents.</summary>
public static class GeneralWords
{
    private static readonly FrozenSet<string> Words = NamedLines.Read(typeof(GeneralWords), "general-words.txt")
        .SelectMany(line => line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contains(string folded) => Words.Contains(folded);
}
