using System.Buffers;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Finds citations in the forms of <see cref="CitationForm"/> in a streamed text. Each is returned either as a mark or as text, never as both. Only a possible
/// mark is held back; all other text is returned at once.
/// </summary>
/// <param name="passages">The number of citable passages: a number in parentheses beyond it is text.</param>
internal sealed class CitationMarks(int passages)
{
    // The length of the preceding text needed to recognise the place of a citation.
    private const int ContextLength = 64;
    private const int MaxTarget = 300;

    // A source with more digits is a year, or the number of another document.
    private const int MaxSource = 99;

    private static readonly SearchValues<char> Openings = SearchValues.Create(CitationForm.Opening);

    private string _held = "";
    private string _context = "";
    private bool _isBehindMark;
    private bool _beganLine;

    /// <summary>Appends a piece and returns what is now certain.</summary>
    public List<MarkedText> Take(string piece) => Read(piece, isLast: false);

    /// <summary>Ends the text and returns the text held back.</summary>
    public List<MarkedText> End() => Read("", isLast: true);

    private List<MarkedText> Read(string piece, bool isLast)
    {
        var known = new List<MarkedText>();
        var text = _held + piece;
        _held = "";
        var (start, from) = (0, 0);
        while (start < text.Length)
        {
            if (_isBehindMark)
            {
                if (Target(text.AsSpan(start), isLast) is not { } target)
                {
                    _held = text[start..];
                    return known;
                }

                _isBehindMark = false;
                start = from = start + target;
                continue;
            }

            var open = text.AsSpan(from).IndexOfAny(Openings);
            if (open < 0)
            {
                Say(known, text[start..]);
                return known;
            }

            // The space before a mark is part of it.
            open += from;
            var before = start + text.AsSpan(start, open - start).TrimEnd(' ').Length;
            var form = CitationForm.Read(text.AsSpan(open), out var isWhole);
            var isMark = isWhole ? IsMark(form, Before(text, start, open), text.AsSpan(open)) : null;
            if (isMark is null && !isLast)
            {
                Say(known, text[start..before]);
                _held = text[before..];
                return known;
            }

            if (form is null || isMark is false)
            {
                from = open + 1;
                continue;
            }

            Say(known, text[start..before]);
            known.Add(new MarkedText(text[before..open], form.Numbers));
            _isBehindMark = text[open] != '(';
            _beganLine = _context.AsSpan(_context.LastIndexOf('\n') + 1).IsWhiteSpace();
            start = from = open + form.Length;
        }

        return known;
    }

    // Null while the text is too short to decide; at its end it is a mark.
    private bool? IsMark(CitationForm? form, string before, ReadOnlySpan<char> text) => form switch
    {
        null => false,
        { IsBare: true } => form.Numbers.All(IsPassage) && CitationPlace.MayFollow(before) ? CitationPlace.MayPrecede(text[form.Length..]) : false,
        _ when text[0] == '(' => form.Numbers.All(IsPassage),
        _ => !form.NamesSource || form.Numbers.All(number => number <= MaxSource),
    };

    private bool IsPassage(int number) => number >= 1 && number <= passages;

    // The length of the text after a mark that belongs to it: the target of a link, or the colon of a footnote. Null while that is undecided.
    private int? Target(ReadOnlySpan<char> text, bool isLast)
    {
        if (text[0] == ':' && _beganLine)
        {
            return 1;
        }

        if (text[0] != '(')
        {
            return 0;
        }

        var end = text[..Math.Min(text.Length, MaxTarget)].IndexOfAny(") \n");
        return end < 0 ? (isLast || text.Length >= MaxTarget ? 0 : null)
            : text[end] == ')' && text[..end].ContainsAny("/#:") ? end + 1
            : 0;
    }

    private string Before(string text, int start, int open) => _context + text[Math.Max(start, open - ContextLength)..open];

    private void Say(List<MarkedText> known, string text)
    {
        if (text.Length > 0)
        {
            known.Add(new MarkedText(text, []));
            var context = _context + text[Math.Max(0, text.Length - ContextLength)..];
            _context = context[Math.Max(0, context.Length - ContextLength)..];
        }
    }
}

/// <summary>Text, or a citation mark with the preceding space.</summary>
/// <param name="Text">The text; for a mark, the preceding space.</param>
/// <param name="Numbers">The numbers of a mark; empty for text.</param>
internal readonly record struct MarkedText(string Text, IReadOnlyList<int> Numbers);
