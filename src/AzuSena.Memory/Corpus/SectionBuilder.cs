using System.Buffers;

namespace AzuSena.Memory.Corpus;

/// <summary>Collects lines under their headings while a document is read from start to end.</summary>
internal sealed class SectionBuilder(CancellationToken cancellationToken = default)
{
    private static readonly SearchValues<char> OddSpaces =
        SearchValues.Create("\u00A0\u00AD\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u200C\u200D\u202F\u205F\u2060\u3000\uFEFF");

    private readonly List<Section> _sections = [];
    private readonly List<(int Level, string Text)> _path = [];
    private readonly List<string> _lines = [];
    private readonly CharacterBudget _budget = new();
    private SectionFlaws _flaws;

    /// <summary>Adds a heading of a level, 1 being the outermost, which ends the previous section.</summary>
    public void Heading(int level, string text)
    {
        if (text.Length > SizeLimits.Heading)
        {
            Line(text);
            return;
        }

        Close();
        _path.RemoveAll(above => above.Level >= level);
        _path.Add((level, text));
    }

    /// <summary>Adds a paragraph or list item; blank ones are left out.</summary>
    public void Line(string text, string mark = "")
    {
        cancellationToken.ThrowIfCancellationRequested();
        var words = OneLine(text);
        if (words.Length > 0)
        {
            _budget.Take(words.Length);
            _lines.Add(mark + words);
            _flaws |= FlawsOf(text);
        }
    }

    /// <summary>The sections; a first heading equal to <paramref name="title"/> is not repeated in the paths.</summary>
    public List<Section> Build(string? title)
    {
        Close();
        return _sections.ConvertAll(section => section.HeadingPath.Take(1).Contains(title, StringComparer.OrdinalIgnoreCase)
            ? section with { HeadingPath = [.. section.HeadingPath.Skip(1)] }
            : section);
    }

    /// <summary>A text without line breaks and with single spaces.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a text contains no-break, narrow or zero-width spaces.</summary>
    public static SectionFlaws FlawsOf(string text) => text.AsSpan().ContainsAny(OddSpaces) ? SectionFlaws.OddSpaces : SectionFlaws.None;

    private void Close()
    {
        if (_lines.Count > 0)
        {
            _sections.Add(new Section([.. _path.Select(above => above.Text)], [.. _lines], Locator: null, _flaws));
            _lines.Clear();
            _flaws = SectionFlaws.None;
        }
    }
}
