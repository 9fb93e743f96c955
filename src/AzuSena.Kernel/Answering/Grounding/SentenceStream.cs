using System.Text;
using AzuSena.Language;

namespace AzuSena.Answering.Grounding;

/// <summary>A finished sentence and the citation marks that were written with it.</summary>
/// <param name="Lead">The white space before it.</param>
/// <param name="Text">The sentence without marks, up to its last punctuation.</param>
/// <param name="Closing">The punctuation at its end, a part of <paramref name="Text"/> that has not been shown.</param>
/// <param name="Marks">What the marks name, in order.</param>
/// <param name="MarksFollow">Whether the marks were written behind the punctuation.</param>
internal sealed record FinishedSentence(string Lead, string Text, string Closing, IReadOnlyList<int> Marks, bool MarksFollow);

/// <summary>
/// Cuts a text that comes in pieces into sentences. Letters are given on at once; punctuation that may end a sentence and the white space behind it wait for
/// the next letter, which tells, and citation marks for the end of their sentence. Each letter is decided by those before it alone, so any cutting into
/// pieces gives the same.
/// </summary>
internal sealed class SentenceStream
{
    private readonly StringBuilder _body = new();
    private readonly List<int> _marks = [];
    private string _held = "";
    private bool _hasLetter;
    private bool _marksFollow;

    /// <summary>Whether a sentence has begun.</summary>
    public bool IsOpen => _hasLetter;

    /// <summary>Takes a letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="finished">The sentence that it shows to be at its end; what is given belongs to the next.</param>
    /// <returns>What may be shown.</returns>
    public string Take(char letter, out FinishedSentence? finished)
    {
        finished = null;
        if (!_hasLetter)
        {
            _hasLetter = char.IsLetter(letter);
            _body.Append(letter);
            return letter.ToString();
        }

        if (letter == '\n')
        {
            finished = Finish(out _);
            _body.Append(letter);
            return "\n";
        }

        if (IsTail(letter))
        {
            _held += letter;
            return "";
        }

        if (EndsBefore(letter))
        {
            finished = Finish(out var gap);
            _hasLetter = char.IsLetter(letter);
            _body.Append(gap).Append(letter);
            return gap + letter;
        }

        var shown = _held + letter;
        _body.Append(shown);
        _held = "";
        return shown;
    }

    /// <summary>Takes a citation mark.</summary>
    public void Mark(IEnumerable<int> numbers)
    {
        _marksFollow |= _marks.Count == 0 && _held.Any(IsTerminator);
        _marks.AddRange(numbers);
    }

    /// <summary>The text is at its end: gives the sentence that is open, if any, and forgets it.</summary>
    public FinishedSentence? End() => _hasLetter ? Finish(out _) : null;

    private FinishedSentence Finish(out string gap)
    {
        var closing = _held.TrimEnd();
        gap = _held[closing.Length..];

        // Where a mark stood between them, nothing is left between the last word and the punctuation.
        closing = _marks.Count > 0 ? closing.TrimStart() : closing;
        var body = _body.ToString();
        var start = body.Length - body.TrimStart().Length;
        var finished = new FinishedSentence(body[..start], body[start..] + closing, closing, [.. _marks.Distinct()], _marksFollow);
        _body.Clear();
        _marks.Clear();
        (_held, _hasLetter, _marksFollow) = ("", false, false);
        return finished;
    }

    private bool EndsBefore(char letter)
    {
        if (!_held.Any(IsTerminator) || !char.IsWhiteSpace(_held[^1]))
        {
            return false;
        }

        var text = $"{_body}{_held}{letter}";
        return SentenceSplitter.Split(text) is [_, .., var last] && last.Start.Value == text.Length - 1;
    }

    private static bool IsTail(char letter) => IsTerminator(letter) || char.IsWhiteSpace(letter) || letter is '"' or '\'' or ')' or ']' or '»' or '”' or '’' or '*' or '_';

    private static bool IsTerminator(char letter) => letter is '.' or '?' or '!' or '…';
}
