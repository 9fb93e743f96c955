using System.Text;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>Puts characters into words, and words into lines of one baseline, from the top of the page to its foot. A line may run over several
/// columns.</summary>
internal static class PdfLines
{
    // In parts of the size of the font.
    private const double SameBaseline = 0.25;
    private const double WordGap = 0.17;
    private const double LigatureGap = 0.4;
    private const double SmallSize = 0.8;
    private const double Raised = 0.65;
    private const double Lowered = 0.35;

    private const int MinLetterSpaced = 4;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The lines.</summary>
    public static List<PdfLine> Of(IReadOnlyList<PdfGlyph> glyphs)
    {
        var rows = Rows(glyphs);
        JoinScripts(rows);
        return rows.Select(Words).Where(words => words.Count > 0).Select(words => new PdfLine(words)).ToList();
    }

    private static List<List<PdfGlyph>> Rows(IReadOnlyList<PdfGlyph> glyphs)
    {
        var rows = new List<List<PdfGlyph>>();
        foreach (var glyph in glyphs.OrderByDescending(glyph => glyph.Baseline))
        {
            if (rows.LastOrDefault() is { } row && row[0].Baseline - glyph.Baseline <= SameBaseline * Math.Min(row[0].Size, glyph.Size))
            {
                row.Add(glyph);
            }
            else
            {
                rows.Add([glyph]);
            }
        }

        rows.ForEach(row => row.Sort((a, b) => a.Left.CompareTo(b.Left)));
        return rows;
    }

    // Small characters a little above or below a line, directly behind one of its characters, belong to it.
    private static void JoinScripts(List<List<PdfGlyph>> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var near in new[] { i + 1, i + 2, i - 1, i - 2 }.Where(near => near >= 0 && near < rows.Count))
            {
                Move(rows[i], rows[near]);
            }
        }

        rows.RemoveAll(row => row.Count == 0);
    }

    private static void Move(List<PdfGlyph> from, List<PdfGlyph> to)
    {
        if (to.Count == 0 || from.Count == 0)
        {
            return;
        }

        var moved = new List<PdfGlyph>();
        PdfGlyph? last = null;
        foreach (var small in from.Where(glyph => !glyph.IsSpace))
        {
            if (last is { } before && small.Left - before.Right < WordGap * small.Size && moved.Contains(before))
            {
                moved.Add(small);
            }
            else if (to.FindLastIndex(big => !big.IsSpace && big.Left <= small.Left) is >= 0 and var at && IsScript(small, to, at))
            {
                moved.Add(small);
            }

            last = small;
        }

        if (moved.Count > 0)
        {
            from.RemoveAll(glyph => moved.Contains(glyph) || glyph.IsSpace);
            to.AddRange(moved.Select(glyph => glyph.Baseline > to[0].Baseline ? glyph with { Text = Superscript(glyph.Text) } : glyph));
            to.Sort((a, b) => a.Left.CompareTo(b.Left));
        }
    }

    // Directly behind a character, or in the space that the line leaves for it.
    private static bool IsScript(PdfGlyph small, List<PdfGlyph> row, int at)
    {
        var big = row[at];
        var next = row.FindIndex(at + 1, glyph => !glyph.IsSpace);
        var (above, gap) = (small.Baseline - big.Baseline, small.Left - big.Right);
        return small.Size <= SmallSize * big.Size
            && (above > 0 ? above <= Raised * big.Size : -above <= Lowered * big.Size)
            && gap > -0.3 * big.Size
            && (gap < 0.3 * big.Size || (next >= 0 && row[next].Left - big.Right < 3 * big.Size && row[next].Left > small.Right - (0.3 * big.Size)));
    }

    private static string Superscript(string text) => text is [>= '0' and <= '9' and var digit] ? Superscripts[digit - '0'].ToString() : text;

    private static List<PdfWord> Words(List<PdfGlyph> row)
    {
        var words = new List<PdfWord>();
        var text = new StringBuilder();
        var first = default(PdfGlyph);
        var last = default(PdfGlyph);
        foreach (var glyph in row)
        {
            // Behind a ligature from another font, a space may lie under it.
            if (text.Length > 0 && ((glyph.IsSpace && glyph.Right > last.Right + (0.05 * glyph.Size))
                || glyph.Left - last.Right > GapBehind(last) * Math.Max(glyph.Size, last.Size)))
            {
                Take();
            }

            if (!glyph.IsSpace)
            {
                first = text.Length == 0 ? glyph : first;
                last = glyph;
                text.Append(glyph.Text.Trim());
            }
        }

        Take();
        return JoinLetterSpaced(words);

        void Take()
        {
            if (text.Length > 0)
            {
                words.Add(new PdfWord(text.ToString().Normalize(NormalizationForm.FormC), first.Left, last.Right, first.Baseline, first.Size, first.IsBold));
                text.Clear();
            }
        }
    }

    // For a ligature some fonts give the width of its first character.
    private static double GapBehind(PdfGlyph glyph) => glyph.Text.Length > 1 ? LigatureGap : WordGap;

    // "R E S U E L V E": single letters at equal distances are one word; a wider gap parts two words.
    private static List<PdfWord> JoinLetterSpaced(List<PdfWord> words)
    {
        var joined = new List<PdfWord>();
        for (var i = 0; i < words.Count;)
        {
            var end = i;
            while (end < words.Count && words[end].Text.Length == 1 && char.IsLetter(words[end].Text[0]))
            {
                end++;
            }

            if (end - i < MinLetterSpaced)
            {
                joined.Add(words[i++]);
                continue;
            }

            var narrow = Enumerable.Range(i + 1, end - i - 1).Min(k => words[k].Left - words[k - 1].Right);
            joined.Add(words[i]);
            for (i++; i < end; i++)
            {
                if (words[i].Left - words[i - 1].Right > narrow + (0.3 * words[i].Size))
                {
                    joined.Add(words[i]);
                }
                else
                {
                    joined[^1] = joined[^1] with { Text = joined[^1].Text + words[i].Text, Right = words[i].Right };
                }
            }
        }

        return joined;
    }
}
