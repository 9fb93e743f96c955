using System.Text;
using UglyToad.PdfPig.Content;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>The readable characters of a page, by the direction that they are written in.</summary>
internal static class PdfGlyphs
{
    // Programs without a bold font draw a text twice, a fraction of a point apart.
    private const double SameAlong = 0.1;
    private const double SameAcross = 0.2;
    private const double Smallest = 0.5;
    private const int MaxInCell = 64;

    private static readonly (int X, int Y)[] Around = [.. from x in new[] { 0, -1, 1 } from y in new[] { 0, -1, 1 } select (x, y)];

    private static readonly string[] BoldNames = ["bold", "black", "heavy", "semibold", "negrita"];

    /// <summary>The characters of each direction, in degrees; the direction of most characters first.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isReadable">Whether the characters of a font are known.</param>
    public static List<(double Degrees, List<PdfGlyph> Glyphs)> Of(Page page, Predicate<string> isReadable) => page.Letters
        .Where(letter => letter.PointSize > Smallest && isReadable(letter.FontName ?? ""))
        .GroupBy(Direction)
        .Select(group => (group.Key, Glyphs: WithoutCopies(group.Select(letter => Turned(letter, group.Key)))))
        .OrderByDescending(group => group.Glyphs.Count)
        .ToList();

    // In steps of 90 degrees; a watermark may run at any angle.
    private static double Direction(Letter letter)
    {
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        var degrees = x == 0 && y == 0 ? 0 : Math.Atan2(y, x) * 180 / Math.PI;
        var right = Math.Round(degrees / 90) * 90;
        return Math.Abs(degrees - right) <= 5 ? (right + 360) % 360 : Math.Round(degrees / 10) * 10;
    }

    private static PdfGlyph Turned(Letter letter, double degrees)
    {
        var (sin, cos) = Math.SinCos(-degrees * Math.PI / 180);
        var left = (letter.StartBaseLine.X * cos) - (letter.StartBaseLine.Y * sin);
        var right = (letter.EndBaseLine.X * cos) - (letter.EndBaseLine.Y * sin);
        var baseline = (letter.StartBaseLine.X * sin) + (letter.StartBaseLine.Y * cos);
        return new PdfGlyph(
            PageText(letter.Value), Math.Min(left, right), Math.Max(left, right), baseline, letter.PointSize, IsBold(letter));
    }

    // A ligature is what it stands for; superscript digits stay as they are.
    private static string PageText(string text) =>
        text is [>= '\uFB00' and <= '\uFB06'] ? text.Normalize(NormalizationForm.FormKC) : text switch
        {
            ['\0' or '\uFFFD'] => "",

            // Drawn, it is a hyphen.
            ['\u00AD'] => "-",
            _ => text,
        };

    private static bool IsBold(Letter letter) =>
        letter.FontDetails?.IsBold == true
        || Array.Exists(BoldNames, name => (letter.FontName ?? "").Contains(name, StringComparison.OrdinalIgnoreCase));

    private static List<PdfGlyph> WithoutCopies(IEnumerable<PdfGlyph> glyphs)
    {
        var seen = new Dictionary<(string, int, int), List<int>>();
        var kept = new List<PdfGlyph>();
        foreach (var glyph in glyphs.Where(glyph => glyph.Text.Length > 0))
        {
            var (column, row) = ((int)Math.Floor(glyph.Left / 4), (int)Math.Floor(glyph.Baseline / 4));
            if (CopyOf(glyph, column, row) is { } copied)
            {
                kept[copied] = kept[copied] with { IsBold = true };
            }
            else
            {
                kept.Add(glyph);
                if (!seen.TryGetValue((glyph.Text, column, row), out var there))
                {
                    seen[(glyph.Text, column, row)] = there = [];
                }

                if (there.Count < MaxInCell)
                {
                    there.Add(kept.Count - 1);
                }
            }
        }

        return kept;

        int? CopyOf(PdfGlyph glyph, int column, int row)
        {
            foreach (var (x, y) in Around)
            {
                if (seen.TryGetValue((glyph.Text, column + x, row + y), out var near)
                    && near.Exists(index => Math.Abs(kept[index].Left - glyph.Left) < SameAlong * glyph.Size
                        && Math.Abs(kept[index].Baseline - glyph.Baseline) < SameAcross * glyph.Size))
                {
                    return near.Find(index => Math.Abs(kept[index].Left - glyph.Left) < SameAlong * glyph.Size);
                }
            }

            return null;
        }
    }
}
