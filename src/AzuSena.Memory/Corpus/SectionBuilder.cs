using System.Buffers;
using System.Text;

namespace AzuSena.Memory.Corpus;

/// <summary>Collects lines under their headings while a document is read from start to end.</summary>
internal sealed class SectionBuilder(CancellationToken cancellationToken = default)
{
    private static readonly SearchValues<char> OddSpaces =
        SearchValues.Create("\u00A0\u00AD\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u200C\u200D\u202F\u205F\u2060\u3000\uFEFF");

    private static readonly SearchValues<char> Invisible =
        SearchValues.Create("\u00AD\u200B\u200C\u200D\u2060\uFEFF\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06");

    private readonly List<Section> _sections = [];
    private readonly List<(int Level, string Text)> _path = [];
    private readonly List<string> _lines = [];
    private readonly CharacterBudget _budget = new();
    private SectionFlaws _flaws;
    private bool _isEmpty;

    // A heading further down is not that of the document.
    private const int MaxLinesAboveTitle = 5;

    /// <summary>Whether a heading directly above another of its level is kept as text; else it is left out.</summary>
    public bool KeepsEmptyHeadings { get; init; }

    /// <summary>The heading that the document begins with, or null.</summary>
    public string? FirstHeading { get; private set; }

    /// <summary>Adds a heading of a level, 1 being the outermost, which ends the previous section.</summary>
    public void Heading(int level, string text)
    {
        if (text.Length > SizeLimits.Heading)
        {
            Line(text);
            return;
        }

        FirstHeading ??= _sections.Count == 0 && _lines.Count <= MaxLinesAboveTitle ? text : "";
        Close();
        if (KeepsEmptyHeadings && _isEmpty && _path is [.., var last] && last.Level >= level)
        {
            _path.RemoveAt(_path.Count - 1);
            _lines.Add(last.Text);
        }

        _path.RemoveAll(above => above.Level >= level);
        Close();
        _path.Add((level, text));
        _isEmpty = true;
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
            _isEmpty = false;
            _flaws |= FlawsOf(text);
        }
    }

    /// <summary>The sections; a first heading equal to <paramref name="title"/> is not repeated in the paths.</summary>
    public List<Section> Build(string? title)
    {
        Close();
        if (_sections.Count > 1 && _sections[0] is { HeadingPath: [], Lines: [var only] } && only.Equals(title, StringComparison.OrdinalIgnoreCase))
        {
            _sections.RemoveAt(0);
        }

        return _sections.ConvertAll(section => section.HeadingPath.Take(1).Contains(title, StringComparer.OrdinalIgnoreCase)
            ? section with { HeadingPath = [.. section.HeadingPath.Skip(1)] }
            : section);
    }

    /// <summary>A text as it is read: without line breaks, with single spaces, without soft hyphens and characters of no width, ligatures as letters.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Visible(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAny(Invisible))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            visible.Append(c switch
            {
                >= '\uFB00' and <= '\uFB06' => c.ToString().Normalize(NormalizationForm.FormKC),
                _ when Invisible.Contains(c) => "",
                _ => c.ToString(),
            });
        }

        return visible.ToString();
    }

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
