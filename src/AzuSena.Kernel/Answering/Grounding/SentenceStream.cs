using System.Text;
using AzuSena.Spanish;

namespace AzuSena.Answering.Grounding;

/// <summary>
/// Cuts a text that comes in pieces into sentences. Letters are given on at once; punctuation that may end a sentence and the white space behind it wait for
/// the next letter, which tells, and citation marks for the end of their sentence. A row of a table is a sentence by itself, and what follows a mark in it
/// waits for its end, so that the mark can stay in its cell. Each letter is decided by those before it alone, so any cutting into pieces gives the same.
/// </summary>
internal sealed class SentenceStream
{
    private readonly StringBuilder _body = new();
    private readonly MarkdownLine _line = new();
    private readonly List<int> _marks = [];
    private readonly List<PlacedMark> _places = [];
    private SentenceKind _kind;
    private string _held = "";
    private bool _hasLetter;
    private bool _marksFollow;

    /// <summary>Takes a letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="finished">The sentence that it shows to be at its end; what is given belongs to the next.</param>
    /// <returns>What may be shown.</returns>
    public string Take(char letter, out FinishedSentence? finished)
    {
        finished = null;
        _line.Take(letter);
        if (letter == '\n')
        {
            finished = End();
            var ending = _held + letter;
            _held = "";
            _body.Append(ending);
            return ending;
        }

        if (!_hasLetter && !(IsRow && char.IsWhiteSpace(letter)))
        {
            _hasLetter = char.IsLetter(letter);
            _kind = _line.Kind;
        }
        else if (IsTail(letter))
        {
            _held += letter;
            return "";
        }
        else if (EndsBefore(letter))
        {
            finished = Finish(out var gap);
            (_hasLetter, _kind) = (char.IsLetter(letter), _line.Kind);
            _body.Append(gap).Append(letter);
            return gap + letter;
        }

        var shown = _held + letter;
        _body.Append(shown);
        _held = "";
        return _places.Count == 0 ? shown : "";
    }

    /// <summary>Takes a citation mark.</summary>
    public void Mark(IReadOnlyList<int> numbers)
    {
        _marksFollow |= _marks.Count == 0 && _held.Any(IsTerminator);
        _marks.AddRange(numbers);

        // The space before a mark goes with it, whether it came in one piece with it or not.
        _held = _held.TrimEnd();
        if (_line.Kind is SentenceKind.TableRow)
        {
            _places.Add(new PlacedMark(_body.Length, numbers));
        }
    }

    /// <summary>The text or the line is at its end: gives the sentence that is open, if any, and forgets it.</summary>
    public FinishedSentence? End() => _hasLetter || _places.Count > 0 ? Finish(out _) : null;

    private bool IsRow => _kind is SentenceKind.TableHead or SentenceKind.TableRow;

    private FinishedSentence Finish(out string gap)
    {
        var closing = _held.TrimEnd();
        gap = _held[closing.Length..];

        // Where a mark stood between them, nothing is left between the last word and the punctuation.
        closing = _marks.Count > 0 ? closing.TrimStart() : closing;
        var body = _body.ToString();

        // A sentence begins on the line of its first letter: what stands on those before it is none.
        var start = body.LastIndexOf('\n') + 1;
        start += body.Length - start - body.AsSpan(start).TrimStart().Length;
        var front = body[..start].TrimEnd();
        var unshown = _places.Count > 0 ? body[_places[0].Offset..] : "";
        var finished = new FinishedSentence(
            _kind,
            front,
            body[front.Length..start],
            body[start..] + closing,
            unshown + closing,
            [.. _marks.Distinct()],
            _marksFollow,
            [.. _places.Select(place => place with { Offset = place.Offset - start })]);
        _body.Clear();
        _marks.Clear();
        _places.Clear();
        (_held, _hasLetter, _marksFollow) = ("", false, false);
        return finished;
    }

    private bool EndsBefore(char letter)
    {
        if (IsRow || !_held.Any(IsTerminator) || !char.IsWhiteSpace(_held[^1]))
        {
            return false;
        }

        var text = $"{_body}{_held}{letter}";
        return SentenceSplitter.Split(text) is [_, .., var last] && last.Start.Value == text.Length - 1;
    }

    private bool IsTail(char letter) => char.IsWhiteSpace(letter) || (!IsRow && (IsTerminator(letter) || letter is '"' or '\'' or ')' or ']' or '»' or '”' or '’' or '*' or '_'));

    private static bool IsTerminator(char letter) => letter is '.' or '?' or '!' or '…';
}
