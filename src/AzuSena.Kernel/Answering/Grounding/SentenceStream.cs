using System.Text;
using AzuSena.Spanish;

namespace AzuSena.Answering.Grounding;

/// <summary>
/// Splits a streamed text into sentences. Characters are passed on at once; punctuation that may end a sentence and the following white space wait for the next
/// character, which decides, and citation marks wait for the end of their sentence. A table row is one sentence, and the text after a mark in it waits for the
/// end of the row, so that the mark can stay in its cell. Each decision depends on the preceding characters only, so the result does not depend on how the text
/// is split into pieces.
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

    /// <summary>Appends a character.</summary>
    /// <param name="letter">The character.</param>
    /// <param name="finished">The sentence that this character shows to be finished; the returned text belongs to the next.</param>
    /// <returns>The text that may be shown.</returns>
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

    /// <summary>Adds a citation mark.</summary>
    public void Mark(IReadOnlyList<int> numbers)
    {
        _marksFollow |= _marks.Count == 0 && _held.Any(IsTerminator);
        _marks.AddRange(numbers);

        // The space before a mark is part of it, whether or not both came in one piece.
        _held = _held.TrimEnd();
        if (_line.Kind is SentenceKind.TableRow)
        {
            _places.Add(new PlacedMark(_body.Length, numbers));
        }
    }

    /// <summary>Ends the text or line: returns the open sentence, if any, and resets the state.</summary>
    public FinishedSentence? End() => _hasLetter || _places.Count > 0 ? Finish(out _) : null;

    private bool IsRow => _kind is SentenceKind.TableHead or SentenceKind.TableRow;

    private FinishedSentence Finish(out string gap)
    {
        var closing = _held.TrimEnd();
        gap = _held[closing.Length..];

        // After a mark was removed between them, no space remains between the last word and the punctuation.
        closing = _marks.Count > 0 ? closing.TrimStart() : closing;
        var body = _body.ToString();

        // A sentence begins on the line of its first letter: preceding lines contain none.
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

    private bool IsTail(char letter) =>
        char.IsWhiteSpace(letter) || (!IsRow && (IsTerminator(letter) || letter is '"' or '\'' or ')' or ']' or '»' or '”' or '’' or '*' or '_'));

    private static bool IsTerminator(char letter) => letter is '.' or '?' or '!' or '…';
}
