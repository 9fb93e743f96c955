namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>
/// Brings the lines of a page into reading order: the highest band of lines with a gap that none of them crosses is read column by column (or row by row, if it
/// is a table), what stands above it before and what stands below it after it.
/// </summary>
internal sealed class PdfColumns(CancellationToken cancellationToken)
{
    // In parts of the size of the font.
    private const double NarrowGap = 0.6;
    private const double WideGap = 1.5;
    private const double VeryWideGap = 2;

    private const int MaxDepth = 20;
    private const int MaxPlaces = 150;

    /// <summary>The regions of the page, in reading order.</summary>
    public IEnumerable<PdfRegion> Read(List<PdfLine> lines, int depth = 0)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (lines.Count == 0)
        {
            yield break;
        }

        if (depth > MaxDepth || lines.Count < 2 || BestBand(lines) is not { } band)
        {
            yield return new PdfRegion(lines);
            yield break;
        }

        foreach (var region in Read(lines[..band.First], depth + 1))
        {
            yield return region;
        }

        var inside = lines[band.First..(band.Last + 1)];
        if (PdfColumnTable.Read(inside, ColumnsOf(inside, depth)) is { } table)
        {
            yield return new PdfRegion(inside) { TableRows = table };
        }
        else
        {
            foreach (var (from, to) in new[] { (double.MinValue, band.Place), (band.Place, double.MaxValue) })
            {
                foreach (var region in Read([.. inside.Select(line => line.Part(from, to)).OfType<PdfLine>()], depth + 1))
                {
                    yield return region;
                }
            }
        }

        foreach (var region in Read(lines[(band.Last + 1)..], depth + 1))
        {
            yield return region;
        }
    }

    // The places of all gaps that run through the whole band.
    private static List<double> ColumnsOf(List<PdfLine> lines, int depth)
    {
        var places = new List<double>();
        if (depth < MaxDepth && Places(lines).Select(place => BandAt(lines, place)).OfType<Band>()
            .Where(band => band.Last - band.First + 1 >= lines.Count)
            .MaxBy(band => band.Right - band.Left) is { } band)
        {
            var left = lines.Select(line => line.Part(double.MinValue, band.Place)).OfType<PdfLine>().ToList();
            var right = lines.Select(line => line.Part(band.Place, double.MaxValue)).OfType<PdfLine>().ToList();
            places.AddRange(ColumnsOf(left, depth + 1));
            places.Add(band.Place);
            places.AddRange(ColumnsOf(right, depth + 1));
        }

        return places;
    }

    private static Band? BestBand(List<PdfLine> lines) => Places(lines)
        .Select(place => BandAt(lines, place))
        .OfType<Band>()
        .OrderByDescending(band => band.Lines)
        .ThenByDescending(band => band.Right - band.Left)
        .FirstOrDefault();

    // Where a piece of a line starts behind a gap, or a line right of others.
    private static List<double> Places(List<PdfLine> lines)
    {
        var left = lines.Min(line => line.Left);
        return lines
            .SelectMany(line => line.Words
                .Where((word, i) => i == 0 ? word.Left > left + word.Size : word.Left - line.Words[i - 1].Right >= NarrowGap * word.Size)
                .Select(word => word.Left))
            .CountBy(place => Math.Round(place / 2))
            .OrderByDescending(entry => entry.Value)
            .Take(MaxPlaces)
            .Select(entry => entry.Key * 2)
            .ToList();
    }

    // The tallest run of lines that do not cross the place.
    private static Band? BandAt(List<PdfLine> lines, double place)
    {
        Band? best = null;
        for (var first = 0; first < lines.Count;)
        {
            var (left, right, last) = (double.MinValue, double.MaxValue, first - 1);
            for (var i = first; i < lines.Count; i++)
            {
                var (before, after) = Edges(lines[i], place);
                var (nextLeft, nextRight) = (Math.Max(left, before), Math.Min(right, after));
                if (nextRight - nextLeft < NarrowGap * lines[i].Size || (before > double.MinValue && before > place + 1))
                {
                    break;
                }

                (left, right, last) = (nextLeft, nextRight, i);
            }

            if (last >= first && Band.Of(lines, first, last, left, right) is { } band && (best is null || band.Lines > best.Lines))
            {
                best = band;
            }

            first = Math.Max(last, first) + 1;
        }

        return best;
    }

    // The right edge of what starts before the place, and the left edge of what starts at it or behind it.
    private static (double Before, double After) Edges(PdfLine line, double place)
    {
        var (before, after) = (double.MinValue, double.MaxValue);
        foreach (var word in line.Words)
        {
            if (word.Left < place - 2)
            {
                before = Math.Max(before, word.Right);
            }
            else
            {
                after = Math.Min(after, word.Left);
                break;
            }
        }

        return (before, after);
    }

    private sealed record Band(int First, int Last, double Left, double Right, int Lines)
    {
        public double Place => Right == double.MaxValue ? Left : Left == double.MinValue ? Right : (Left + Right) / 2;

        /// <summary>The band without the lines at its ends that have nothing beside them; null if it is none.</summary>
        public static Band? Of(List<PdfLine> lines, int first, int last, double left, double right)
        {
            if (left == double.MinValue || right == double.MaxValue)
            {
                return null;
            }

            var sides = Enumerable.Range(first, last - first + 1)
                .Select(i => (Index: i, HasLeft: lines[i].Left < left, HasRight: lines[i].Right > right, lines[i].Baseline, lines[i].Size))
                .ToList();
            var lefts = sides.Where(side => side.HasLeft).ToList();
            var rights = sides.Where(side => side.HasRight).ToList();
            if (lefts.Count == 0 || rights.Count == 0)
            {
                return null;
            }

            var leading = Leading(lefts.ConvertAll(side => side.Baseline), lefts[0].Size);

            // What stands above both columns, or below both, behind a wider gap is not part of them.
            var start = lefts[0].Index < rights[0].Index
                ? StartOf(lefts, rights[0].Baseline, leading)
                : Math.Min(lefts[0].Index, rights.Find(side => side.Baseline <= lefts[0].Baseline + leading) is { Size: > 0 } level ? level.Index : last);
            var end = last;
            var lastRight = rights[^1];
            for (var k = 1; k < lefts.Count; k++)
            {
                if (lefts[k].Baseline < lastRight.Baseline && lefts[k - 1].Baseline - lefts[k].Baseline > 2 * leading)
                {
                    end = lefts[k].Index - 1;
                    break;
                }
            }

            lefts = lefts.FindAll(side => side.Index >= start && side.Index <= end);
            rights = rights.FindAll(side => side.Index >= start && side.Index <= end);
            if (lefts.Count == 0 || rights.Count == 0)
            {
                return null;
            }

            var overlap = Math.Min(lefts[0].Baseline, rights[0].Baseline) - Math.Max(lefts[^1].Baseline, rights[^1].Baseline);
            var shorter = Math.Min(lefts[0].Baseline - lefts[^1].Baseline, rights[0].Baseline - rights[^1].Baseline);
            var (few, gap) = (Math.Min(lefts.Count, rights.Count), (right - left) / lefts[0].Size);
            var isBand = overlap >= 0.5 * shorter && (few >= 6 || (few >= 3 && gap >= WideGap) || (few >= 2 && gap >= VeryWideGap));
            return isBand ? new Band(start, end, left, right, lefts.Count + rights.Count) : null;
        }

        // The first line of the left column that continues without a wide gap to where the right column starts.
        private static int StartOf(List<(int Index, bool HasLeft, bool HasRight, double Baseline, double Size)> lefts, double top, double leading)
        {
            var at = lefts.FindLastIndex(side => side.Baseline >= top - (0.5 * leading));
            while (at > 0 && lefts[at - 1].Baseline - lefts[at].Baseline <= 1.7 * leading)
            {
                at--;
            }

            return lefts[Math.Max(0, at)].Index;
        }

        private static double Leading(List<double> baselines, double size)
        {
            var gaps = baselines.Zip(baselines.Skip(1), (a, b) => a - b).Where(gap => gap > 0.3 * size).Order().ToList();
            return gaps.Count == 0 ? 1.3 * size : Math.Min(gaps[gaps.Count / 2], 2.5 * size);
        }
    }
}
