using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using M = DocumentFormat.OpenXml.Math;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>The text of paragraphs as Word shows it: without what is hidden, moved away or deleted, with symbols, equations and the marks of notes.</summary>
internal sealed class WordText(WordStyles styles)
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    // Of the font Symbol, from "a" on.
    private const string Greek = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    private readonly List<(string Mark, long Id, bool IsEndnote)> _notes = [];
    private readonly List<TextBoxContent> _boxes = [];
    private int _noteCount;

    /// <summary>The text of a paragraph, with spaces as they are.</summary>
    public string Of(OpenXmlElement paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph, text);
        return text.ToString();
    }

    /// <summary>The text boxes that were anchored in the paragraphs read since the last call.</summary>
    public List<TextBoxContent> TakeBoxes()
    {
        List<TextBoxContent> boxes = [.. _boxes];
        _boxes.Clear();
        return boxes;
    }

    /// <summary>The notes referred to since the last call, each behind its mark.</summary>
    public List<string> TakeNotes(MainDocumentPart main)
    {
        var notes = _notes.ConvertAll(note => (note.Mark, Body: (OpenXmlElement?)(note.IsEndnote
            ? main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(endnote => endnote.Id?.Value == note.Id)
            : main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(footnote => footnote.Id?.Value == note.Id))));
        _notes.Clear();
        return notes
            .Where(note => note.Body is not null)
            .Select(note => $"{note.Mark} {SectionBuilder.OneLine(string.Join(' ', note.Body!.Descendants<Paragraph>().Select(Of)))}")
            .ToList();
    }

    private void Append(OpenXmlElement parent, StringBuilder text)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Text run:
                    text.Append(run.Text);
                    break;
                case TabChar or Break or CarriageReturn:
                    text.Append(' ');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case SymbolChar symbol:
                    text.Append(Symbol(symbol));
                    break;
                case FootnoteReference { Id.Value: var id }:
                    text.Append(Note(id, isEndnote: false));
                    break;
                case EndnoteReference { Id.Value: var id }:
                    text.Append(Note(id, isEndnote: true));
                    break;
                case Run run when styles.IsHidden(run):
                case DeletedRun or MoveFromRun or RunProperties or ParagraphProperties or AlternateContentFallback or FieldCode:
                    break;
                case TextBoxContent box:
                    _boxes.Add(box);
                    break;
                case M.OfficeMath or M.Paragraph:
                    text.Append(' ').Append(Equation(child)).Append(' ');
                    break;
                default:
                    Append(child, text);
                    break;
            }
        }
    }

    private string Note(long id, bool isEndnote)
    {
        var mark = string.Concat($"{++_noteCount}".Select(digit => Superscripts[digit - '0']));
        _notes.Add((mark, id, isEndnote));
        return mark;
    }

    // "a/b", "x^2", "x_1".
    private static string Equation(OpenXmlElement element) => element switch
    {
        M.Text text => text.Text,
        M.Fraction fraction => $"{Grouped(fraction.Numerator)}/{Grouped(fraction.Denominator)}",
        M.Superscript power => $"{Grouped(power.Base)}^{Grouped(power.SuperArgument)}",
        M.Subscript index => $"{Grouped(index.Base)}_{Grouped(index.SubArgument)}",
        M.Radical root => $"√({Equations(root.Base)})",
        M.Delimiter delimiter => $"({string.Join(", ", delimiter.Elements<M.Base>().Select(Equations))})",
        M.Nary nary => $"{nary.NaryProperties?.AccentChar?.Val?.Value ?? "∫"} {Equations(nary.Base)}",
        _ => Equations(element),
    };

    private static string Equations(OpenXmlElement? parent) => parent is null ? "" : string.Concat(parent.ChildElements.Select(Equation));

    private static string Grouped(OpenXmlElement? parent) => Equations(parent) is var text && text.All(char.IsLetterOrDigit) ? text : $"({text})";

    private static string Symbol(SymbolChar symbol)
    {
        if (!int.TryParse(symbol.Char?.Value, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var code))
        {
            return "";
        }

        var low = code & 0xFF;
        var font = symbol.Font?.Value ?? "";
        return font.Equals("Symbol", StringComparison.OrdinalIgnoreCase)
            ? low switch
            {
                >= 'a' and <= 'z' => Greek[low - 'a'].ToString(),
                0xB0 => "°",
                0xB1 => "±",
                0xB3 => "≥",
                0xA3 => "≤",
                0xB4 => "×",
                0xB7 => "•",
                0xB9 => "≠",
                0xE5 => "∑",
                _ => low is > 0x20 and < 0x7F ? ((char)low).ToString() : "",
            }
            : font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)
                ? low switch
                {
                    0xFC or 0x50 => "✓",
                    0xFB or 0xFD => "✗",
                    0xFE or 0x52 => "☑",
                    0xA8 or 0x6F => "☐",
                    0xE0 or 0xE8 => "→",
                    _ => "•",
                }
                : code is >= 0xE000 and <= 0xF8FF ? low is > 0x20 and < 0x7F ? ((char)low).ToString() : "•"
                    : char.ConvertFromUtf32(code is >= 0xD800 and <= 0xDFFF ? 0x2022 : code);
    }
}
