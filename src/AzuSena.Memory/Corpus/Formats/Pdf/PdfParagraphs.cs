using System.Text;
using System.Text.RegularExpressions;
using AzuSena.Spanish;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>Joins the lines of a column to paragraphs.</summary>
internal static partial class PdfParagraphs
{
    // In parts of the usual distance of lines, of the size of the font, and of the width of the column.
    private const double ParagraphSpace = 1.35;
    private const double Indent = 0.8;
    private const double SameSize = 0.12;
    private const double ShortLine = 0.15;

    /// <summary>The paragraphs of a region, each on one line, with words hyphenated at line ends joined again.</summary>
    public static List<PdfBlock> Of(PdfRegion region)
    {
        var blocks = new List<PdfBlock>();
        if (region.TableRows is { } rows)
        {
            blocks.AddRange(rows.Select(row => new PdfBlock(row, PdfBlockKind.Row, region.Lines[0].Size, IsBold: false, Lines: 1)));
            return blocks;
        }

        var column = new Column(region.Lines);
        var paragraph = new List<PdfLine>();
        foreach (var line in region.Lines)
        {
            if (paragraph.Count > 0 && (line.IsTable || column.StartsParagraph(paragraph, line)))
            {
                blocks.Add(Block(paragraph));
                paragraph.Clear();
            }

            if (line.IsTable)
            {
                blocks.AddRange(line.Words[0].TableRows!.Select(row => new PdfBlock(row, PdfBlockKind.Row, line.Size, IsBold: false, Lines: 1)));
            }
            else
            {
                paragraph.Add(line);
            }
        }

        if (paragraph.Count > 0)
        {
            blocks.Add(Block(paragraph));
        }

        return blocks.FindAll(block => block.Text.Length > 0);
    }

    /// <summary>Appends a line to the text before it: a hyphen at the end of a line divides a word if the next line continues in lower case.</summary>
    public static void Append(StringBuilder text, string line)
    {
        if (text.Length > 1 && text[^1] is '-' or '\u00AD' && char.IsLetter(text[^2]) && char.IsLower(line[0]))
        {
            text.Length--;
        }
        else if (text.Length > 0)
        {
            text.Append(' ');
        }

        text.Append(line);
    }

    /// <summary>Adds the blocks of the next column or page. Its first goes on with the last paragraph, if that is broken off.</summary>
    public static void Continue(List<PdfBlock> blocks, List<PdfBlock> next)
    {
        var last = blocks.FindLastIndex(block => block.Kind is not PdfBlockKind.Footnote);
        if (last >= 0 && next is [var first, ..] && IsBrokenOff(blocks[last], first))
        {
            var text = new StringBuilder(blocks[last].Text);
            Append(text, first.Text);
            blocks[last] = blocks[last] with { Text = text.ToString(), Lines = blocks[last].Lines + first.Lines };
            next = next[1..];
        }

        blocks.AddRange(next);
    }

    /// <summary>Whether a paragraph goes on in the next one.</summary>
    public static bool IsBrokenOff(PdfBlock last, PdfBlock next) =>
        last.Kind is PdfBlockKind.Text && next.Kind is PdfBlockKind.Text
        && last.IsBold == next.IsBold && Math.Abs(last.Size - next.Size) <= SameSize * last.Size
        && last.Text[^1] is not ('.' or '!' or '?' or ':' or ';')
        && (char.IsLower(next.Text[0])
            || (!ItemStart().IsMatch(next.Text) && !ParagraphStart().IsMatch(next.Text) && last.Lines > 1
                && (last.Text[^1] is ',' || SpanishAnalyzer.IsStopWord(SpanishAnalyzer.Fold(last.Text[(last.Text.LastIndexOf(' ') + 1)..])))));

    private static PdfBlock Block(List<PdfLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Select(line => SectionBuilder.OneLine(line.Text)).Where(line => line.Length > 0))
        {
            Append(text, line);
        }

        return new PdfBlock(
            Bullet().Replace(text.ToString(), "- "), PdfBlockKind.Text, lines.Max(line => line.Size), lines.TrueForAll(line => line.IsBold), lines.Count);
    }

    private sealed class Column
    {
        private readonly double _left;
        private readonly double _right;
        private readonly double _leading;

        public Column(IReadOnlyList<PdfLine> lines)
        {
            _left = lines.Min(line => line.Left);
            _right = lines.Max(line => line.Right);
            var gaps = lines.Zip(lines.Skip(1), (a, b) => (a.Baseline - b.Baseline) / b.Size).Where(gap => gap > 0.5).Order().ToList();
            _leading = gaps.Count == 0 ? 1.3 : Math.Clamp(gaps[gaps.Count / 3], 0.8, 2.2);
        }

        public bool StartsParagraph(List<PdfLine> paragraph, PdfLine line)
        {
            var last = paragraph[^1];
            var isFull = last.Right >= _right - Math.Max(4 * last.Size, ShortLine * (_right - _left));
            var hasEnded = last.Text is [.., '.' or ':' or ';' or '!' or '?' or '”' or ')'];
            var text = line.Text;
            var isBroken = hasEnded || !isFull;
            return ItemStart().IsMatch(text)
                || (ParagraphStart().IsMatch(text) && (isBroken || LegalText.ArticleOpened(text) is not null || line.IsBold))
                || (last.Baseline - line.Baseline) / Math.Max(last.Size, line.Size) > ParagraphSpace * _leading
                || Math.Abs(last.Size - line.Size) > SameSize * last.Size
                || (last.IsBold != line.IsBold && (!isFull || paragraph.Count > 1 || hasEnded))
                || (line.Left - last.Left > Indent * line.Size && line.Left - _left > Indent * line.Size && last.Left - _left < 0.5 * line.Size && hasEnded)
                || (!isFull && (hasEnded || (!char.IsLower(text[0]) && last.Right < _right - (0.3 * (_right - _left)))));
        }
    }

    [GeneratedRegex(@"^(?:[•▪●‣○■]\s|\d{1,3}[.)]\s|\p{L}\)\s)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ItemStart();

    // Within a sentence a line may start with a dash or with a word that names a part of a law.
    [GeneratedRegex(
        @"^(?:[–-]\s|\p{Lu}\.\d{1,2}\.?\s|\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+\p{Lu}|(?:Art[íi]culo|ART[ÍI]CULO|Par[áa]grafo|PAR[ÁA]GRAFO|Cap[íi]tulo"
        + @"|CAP[ÍI]TULO|T[íi]tulo|T[ÍI]TULO"
        + @"|LEY|DECRETO|RESOLUCI[ÓO]N|ACUERDO)(?:\s+(?:[\dIVXLCNn.º°ÚUúu]|Primer|PRIMER)|\.))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ParagraphStart();

    [GeneratedRegex(@"^[•▪●‣○■–-]\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();
}
