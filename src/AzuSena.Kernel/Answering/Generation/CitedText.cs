using System.Text;
using AzuSena.Answering.Extraction;
using AzuSena.Language;
using AzuSena.Memory;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Turns what a model writes into pieces with their citations. A mark that names no passage of the prompt is dropped: whoever reads it could not
/// follow it.
/// </summary>
/// <param name="passages">The passages as the prompt numbers them: the first is [1].</param>
internal sealed class CitedText(IReadOnlyList<Passage> passages)
{
    private readonly CitationMarks _marks = new();

    // What was said since the last mark, which is what the next one is about.
    private readonly StringBuilder _said = new();
    private bool _isMarked;

    /// <summary>Takes the next piece of text.</summary>
    public IEnumerable<AnswerPiece> Take(string text) => _marks.Take(text).SelectMany(Pieces);

    /// <summary>The text is at its end.</summary>
    public IEnumerable<AnswerPiece> End() => _marks.End() is { Length: > 0 } rest ? [new AnswerPiece(rest)] : [];

    private IEnumerable<AnswerPiece> Pieces(MarkedText part)
    {
        if (part.Numbers.Count == 0)
        {
            if (_isMarked)
            {
                _said.Clear();
                _isMarked = false;
            }

            _said.Append(part.Text);
            yield return new AnswerPiece(part.Text);
            yield break;
        }

        _isMarked = true;
        var space = part.Text;
        foreach (var number in part.Numbers.Distinct().Where(number => number >= 1 && number <= passages.Count))
        {
            var (start, end) = Support(passages[number - 1].Text, _said.ToString());
            yield return new AnswerPiece($"{space}[{number}]", Citation.Of(number, passages[number - 1], start, end));
            space = "";
        }
    }

    // The sentence or list of the passage that shares most words with what was said.
    private static (int Start, int End) Support(string passage, string said)
    {
        var stems = SpanishAnalyzer.Stem(said).ToHashSet(StringComparer.Ordinal);
        var unit = PassageUnits.Split(passage).MaxBy(unit => SpanishAnalyzer.Stem(passage[unit.Span]).Distinct(StringComparer.Ordinal).Count(stems.Contains));
        if (unit is null)
        {
            return (0, passage.Length);
        }

        var (start, length) = unit.Span.GetOffsetAndLength(passage.Length);
        return (start, start + length);
    }
}
