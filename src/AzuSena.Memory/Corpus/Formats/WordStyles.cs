using DocumentFormat.OpenXml.Wordprocessing;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>What the styles of a Word document say of its text: the level of headings and what is hidden, also by inheritance.</summary>
internal sealed class WordStyles
{
    private const int MaxAncestors = 20;

    private readonly Dictionary<string, Style> _styles;

    public WordStyles(Styles? styles) => _styles = (styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .DistinctBy(style => style.StyleId!.Value, StringComparer.Ordinal)
        .ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);

    /// <summary>The level of the heading that a paragraph is, 1 being the outermost, or null.</summary>
    public int? HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel is { } own)
        {
            return Level(own);
        }

        foreach (var style in Ancestors(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
        {
            // Style ids are localised ("Ttulo1"), style names in the file are not ("heading 1").
            if (style.StyleParagraphProperties?.OutlineLevel is { } outline)
            {
                return Level(outline);
            }

            if (LevelOfName(style.StyleName?.Val?.Value) is { } level)
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>The numbering of a paragraph: its list and level; null if it is no list item.</summary>
    public (int List, int Level)? Numbering(Paragraph paragraph)
    {
        foreach (var properties in Ancestors(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
            .Select(style => style.StyleParagraphProperties?.NumberingProperties)
            .Prepend(paragraph.ParagraphProperties?.NumberingProperties))
        {
            if (properties?.NumberingId?.Val?.Value is { } list)
            {
                return list == 0 ? null : (list, Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, 8));
            }
        }

        return null;
    }

    /// <summary>Whether a run is hidden.</summary>
    public bool IsHidden(Run run) =>
        run.RunProperties?.Vanish is { } own ? own.Val?.Value ?? true
        : Ancestors(run.RunProperties?.RunStyle?.Val?.Value).Any(style => style.StyleRunProperties?.Vanish is { } vanish && (vanish.Val?.Value ?? true));

    private IEnumerable<Style> Ancestors(string? id)
    {
        for (var i = 0; i < MaxAncestors && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private static int? LevelOfName(string? name) => name?.ToLowerInvariant() switch
    {
        "title" => 1,
        ['h', 'e', 'a', 'd', 'i', 'n', 'g', ' ', >= '1' and <= '6' and var digit] => digit - '0',
        _ => null,
    };

    // Outline level 9 is body text.
    private static int? Level(OutlineLevel outline) => outline.Val?.Value is >= 0 and < 9 and var level ? level + 1 : null;
}
