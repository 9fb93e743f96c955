using System.Runtime.InteropServices;

namespace AzuSena.Memory.Search;

/// <summary>
/// The terms of a passage, mapped to those of a question: each is the index of the question's term, or <see cref="Other"/>. They are read once from the stored
/// lines (<see cref="Storage.TermLines"/>), and every feature of the rerank counts over them.
/// </summary>
internal sealed class PassageTerms
{
    /// <summary>Stands for every term that is not in the question.</summary>
    public const int Other = -1;

    private readonly List<int> _terms = [];
    private readonly List<int> _lineEnds = [];

    /// <summary>Reads the lines of a passage.</summary>
    /// <param name="lines">The stored lines: the place first, then a line per sentence.</param>
    /// <param name="question">The index of each of the question's stems.</param>
    public PassageTerms(ReadOnlySpan<char> lines, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> question)
    {
        foreach (var line in lines.Split('\n'))
        {
            foreach (var term in lines[line].Split(' '))
            {
                var stem = lines[line][term];
                if (stem.Length > 0)
                {
                    _terms.Add(question.TryGetValue(stem, out var index) ? index : Other);
                }
            }

            _lineEnds.Add(_terms.Count);
        }
    }

    /// <summary>The number of terms, including those of the place.</summary>
    public int Count => _terms.Count;

    /// <summary>The number of sentences.</summary>
    public int SentenceCount => _lineEnds.Count - 1;

    /// <summary>All terms.</summary>
    public ReadOnlySpan<int> All => Terms;

    /// <summary>The terms of the place: title and headings.</summary>
    public ReadOnlySpan<int> Place => Terms[.._lineEnds[0]];

    /// <summary>The terms of the text, without the place.</summary>
    public ReadOnlySpan<int> Text => Terms[_lineEnds[0]..];

    private ReadOnlySpan<int> Terms => CollectionsMarshal.AsSpan(_terms);

    /// <summary>The terms of a sentence, by its index from 0.</summary>
    public ReadOnlySpan<int> Sentence(int index) => Terms[_lineEnds[index].._lineEnds[index + 1]];
}
