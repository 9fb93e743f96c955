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
    private readonly List<int> _listedEnds = [];

    /// <summary>Reads the lines of a passage.</summary>
    /// <param name="lines">The stored lines: the place first, then a line per sentence.</param>
    /// <param name="listed">The stored lines of the questions listed for it.</param>
    /// <param name="question">The index of each of the question's stems.</param>
    public PassageTerms(ReadOnlySpan<char> lines, ReadOnlySpan<char> listed, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> question)
    {
        Read(lines, _lineEnds, question);
        if (listed.Length > 0)
        {
            Read(listed, _listedEnds, question);
        }
    }

    /// <summary>The number of terms of place and text.</summary>
    public int Count => _lineEnds[^1];

    /// <summary>The number of sentences.</summary>
    public int SentenceCount => _lineEnds.Count - 1;

    /// <summary>The number of questions listed for the passage.</summary>
    public int ListedCount => _listedEnds.Count;

    /// <summary>The terms of place and text.</summary>
    public ReadOnlySpan<int> All => Terms[..Count];

    /// <summary>The terms of the place: title and headings.</summary>
    public ReadOnlySpan<int> Place => Terms[.._lineEnds[0]];

    /// <summary>The terms of the text, without the place.</summary>
    public ReadOnlySpan<int> Text => Terms[_lineEnds[0]..Count];

    /// <summary>The terms of all listed questions.</summary>
    public ReadOnlySpan<int> AllListed => Terms[Count..];

    private ReadOnlySpan<int> Terms => CollectionsMarshal.AsSpan(_terms);

    /// <summary>The terms of a sentence, by its index from 0.</summary>
    public ReadOnlySpan<int> Sentence(int index) => Terms[_lineEnds[index].._lineEnds[index + 1]];

    /// <summary>The terms of a listed question, by its index from 0.</summary>
    public ReadOnlySpan<int> Listed(int index) => Terms[(index == 0 ? Count : _listedEnds[index - 1]).._listedEnds[index]];

    private void Read(ReadOnlySpan<char> lines, List<int> ends, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> question)
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

            ends.Add(_terms.Count);
        }
    }
}
