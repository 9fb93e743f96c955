using System.Text;

namespace AzuSena.Spanish;

/// <summary>
/// A text folded by <see cref="SpanishAnalyzer.Fold(string)"/>, with white space collapsed, that maps each character to its place in the original text. A
/// pattern can thus be written for folded text and its match be shown as originally written.
/// </summary>
public sealed class FoldedText
{
    private readonly int[] _positions;

    private FoldedText(string value, int[] positions) => (Value, _positions) = (value, positions);

    /// <summary>The folded text.</summary>
    public string Value { get; }

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var positions = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                if (folded.Length == 0 || folded[^1] != ' ')
                {
                    Add(" ", i);
                }
            }
            else if (char.IsAscii(text[i]))
            {
                folded.Append(char.ToLowerInvariant(text[i]));
                positions.Add(i);
            }
            else if (!char.IsSurrogate(text[i]))
            {
                Add(SpanishAnalyzer.Fold(text.AsSpan(i, 1)), i);
            }
        }

        positions.Add(text.Length);
        return new FoldedText(folded.ToString(), [.. positions]);

        void Add(string part, int at)
        {
            folded.Append(part);
            positions.AddRange(Enumerable.Repeat(at, part.Length));
        }
    }

    /// <summary>The range of the original text that corresponds to a range of <see cref="Value"/>.</summary>
    public Range Original(int start, int end)
    {
        var first = _positions[start];
        return first..(end <= start ? first : Math.Max(first, Math.Min(_positions[end], _positions[end - 1] + 1)));
    }
}
