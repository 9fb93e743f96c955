namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>Finds running heads and feet, of several lines if need be: lines at the edge of a page that stand at the same height of most pages, digits
/// aside.</summary>
internal static class PdfRunningLines
{
    // Fewer pages cannot distinguish a running title from a phrase that occurs twice.
    private const int MinPages = 3;
    private const int MaxHeadLines = 6;
    private const int MaxFootLines = 8;

    // Left and right pages may have heads of their own.
    private const double Share = 0.4;
    private const double SameHeight = 6;
    private const double WiderSpace = 1.2;

    /// <summary>Removes them.</summary>
    /// <returns>How many lines were removed.</returns>
    public static int Remove(IReadOnlyList<List<PdfLine>> pages)
    {
        if (pages.Count < MinPages)
        {
            return 0;
        }

        return Remove(pages, MaxHeadLines, fromEnd: false) + Remove(pages, MaxFootLines, fromEnd: true);
    }

    private static int Remove(IReadOnlyList<List<PdfLine>> pages, int most, bool fromEnd)
    {
        var places = pages
            .SelectMany((lines, page) => Edge(lines, most, fromEnd).Select(line => (Key: Key(line), Page: page, line.Baseline)))
            .ToLookup(line => line.Key, StringComparer.Ordinal);
        var removed = 0;
        var counts = pages.Select(lines => SetOff(lines, Edge(lines, most, fromEnd).TakeWhile(IsRunning).Count(), fromEnd)).ToList();
        foreach (var (lines, count) in pages.Zip(counts))
        {
            lines.RemoveRange(fromEnd ? lines.Count - count : 0, count);
            removed += count;
        }

        return removed;

        bool IsRunning(PdfLine line)
        {
            var key = Key(line);
            var same = places[key].Where(other => Math.Abs(other.Baseline - line.Baseline) <= SameHeight).DistinctBy(other => other.Page).Count();
            return same >= MinPages - 1 && same > Share * pages.Count && (key.Any(char.IsLetter) || line.Words.Count <= 2);
        }
    }

    // Heads and feet are set off from the text by a wider space: what follows without one is the text of pages that begin alike.
    private static int SetOff(List<PdfLine> lines, int count, bool fromEnd)
    {
        var gaps = lines.Zip(lines.Skip(1), (above, below) => above.Baseline - below.Baseline).ToList();
        if (fromEnd)
        {
            gaps.Reverse();
        }

        if (gaps.Count == 0 || count == 0)
        {
            return count;
        }

        var usual = gaps.Order().ElementAt(gaps.Count / 2);
        var last = gaps.FindLastIndex(Math.Min(count, gaps.Count) - 1, gap => gap > WiderSpace * usual) + 1;
        return count == lines.Count ? count : Math.Max(Math.Min(count, last), Math.Min(count, 1));
    }

    private static IEnumerable<PdfLine> Edge(List<PdfLine> lines, int most, bool fromEnd) =>
        fromEnd ? lines.AsEnumerable().Reverse().Take(most) : lines.Take(most);

    // Left and right pages often have the same words in another order.
    private static string Key(PdfLine line) =>
        string.Join(' ', line.Words.Select(word => string.Concat(word.Text.Where(c => !char.IsDigit(c)))).Where(word =>
            word.Length > 0).Order(StringComparer.Ordinal));
}
