using System.Globalization;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Finds citation marks in a text that comes in pieces: <c>[1]</c>, and what models make of it, <c>[1, 2]</c>, <c>[1-3]</c>, <c>【1】</c>. Only what may
/// become a mark is held back; all other text is given at once.
/// </summary>
internal sealed class CitationMarks
{
    private const string Opening = "[［【";
    private const string Closing = "]］】";
    private const int MaxLength = 24;
    private const int MaxRange = 20;

    private string _held = "";

    /// <summary>Takes the next piece and gives what is known of it.</summary>
    public List<MarkedText> Take(string piece)
    {
        var known = new List<MarkedText>();
        var text = _held + piece;
        _held = "";
        var start = 0;
        for (var open = text.IndexOfAny([.. Opening]); open >= 0; open = text.IndexOfAny([.. Opening], open + 1))
        {
            var end = open + 1;
            while (end < text.Length && end - open < MaxLength && IsInside(text[end]))
            {
                end++;
            }

            // The space before a mark goes with it, where both come together.
            var before = start + text.AsSpan(start, open - start).TrimEnd(' ').Length;
            if (end == text.Length)
            {
                Add(known, text[start..before]);
                _held = text[before..];
                return known;
            }

            if (Closing.Contains(text[end], StringComparison.Ordinal) && Numbers(text.AsSpan()[(open + 1)..end]) is { Count: > 0 } numbers)
            {
                Add(known, text[start..before]);
                known.Add(new MarkedText(text[before..open], numbers));
                start = end + 1;
            }
        }

        Add(known, text[start..]);
        return known;
    }

    /// <summary>The text is at its end: gives what was held back, which is no mark.</summary>
    public string End()
    {
        var rest = _held;
        _held = "";
        return rest;
    }

    private static void Add(List<MarkedText> known, string text)
    {
        if (text.Length > 0)
        {
            known.Add(new MarkedText(text, []));
        }
    }

    private static bool IsInside(char c) => char.IsAsciiDigit(c) || c is ' ' or ',' or ';' or '-' or '–';

    private static List<int> Numbers(ReadOnlySpan<char> inside)
    {
        var numbers = new List<int>();
        foreach (var part in inside.ToString().Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', '–');
            if (Number(ends[0]) is { } first && Number(ends[^1]) is { } last)
            {
                numbers.AddRange(Enumerable.Range(first, Math.Clamp(last - first + 1, 1, MaxRange)));
            }
        }

        return numbers;
    }

    // A number of ten digits names no passage, and is a mark all the same.
    private static int? Number(string text) => text.Length == 0 ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < short.MaxValue ? number : 0;
}

/// <summary>Text, or a citation mark with the space before it.</summary>
/// <param name="Text">The text; of a mark the space before it.</param>
/// <param name="Numbers">What the mark names; empty for text.</param>
internal readonly record struct MarkedText(string Text, IReadOnlyList<int> Numbers);
