using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>A ruled line of a page: where it lies, and from where to where it runs.</summary>
/// <param name="At">Its height if it is horizontal, else its distance from the left.</param>
/// <param name="From">Its lower end.</param>
/// <param name="To">Its upper end.</param>
internal sealed record PdfRule(double At, double From, double To)
{
    private const double Thin = 2.5;
    private const double Shortest = 6;
    private const double Same = 1.5;
    private const int MaxRules = 3_000;

    /// <summary>The horizontal and the vertical rules of a page; none if it is a drawing.</summary>
    public static (List<PdfRule> Horizontal, List<PdfRule> Vertical) Of(Page page)
    {
        var (horizontal, vertical) = (new List<PdfRule>(), new List<PdfRule>());
        foreach (var path in page.Paths.Where(path => path.IsStroked || path.IsFilled))
        {
            foreach (var subpath in path)
            {
                Add(subpath, path.IsStroked, horizontal, vertical);
            }

            if (horizontal.Count + vertical.Count > MaxRules)
            {
                return ([], []);
            }
        }

        return (Joined(horizontal), Joined(vertical));
    }

    private static void Add(PdfSubpath subpath, bool isStroked, List<PdfRule> horizontal, List<PdfRule> vertical)
    {
        if (subpath.GetBoundingRectangle() is not { } box || subpath.Commands.Any(command => command is PdfSubpath.CubicBezierCurve))
        {
            return;
        }

        var (width, height) = (Math.Abs(box.Right - box.Left), Math.Abs(box.Top - box.Bottom));
        if (height <= Thin && width >= Shortest)
        {
            horizontal.Add(new PdfRule((box.Top + box.Bottom) / 2, box.Left, box.Right));
        }
        else if (width <= Thin && height >= Shortest)
        {
            vertical.Add(new PdfRule((box.Left + box.Right) / 2, box.Bottom, box.Top));
        }
        else if (isStroked && width >= Shortest && height >= Shortest && subpath.Commands.Count >= 4)
        {
            horizontal.AddRange([new PdfRule(box.Top, box.Left, box.Right), new PdfRule(box.Bottom, box.Left, box.Right)]);
            vertical.AddRange([new PdfRule(box.Left, box.Bottom, box.Top), new PdfRule(box.Right, box.Bottom, box.Top)]);
        }
    }

    // Tables are drawn cell by cell: pieces of one line are put together.
    private static List<PdfRule> Joined(List<PdfRule> rules)
    {
        var joined = new List<PdfRule>();
        foreach (var rule in rules.OrderBy(rule => Math.Round(rule.At / Same)).ThenBy(rule => rule.From))
        {
            if (joined.LastOrDefault() is { } last && Math.Abs(last.At - rule.At) <= Same && rule.From <= last.To + Same)
            {
                joined[^1] = last with { To = Math.Max(last.To, rule.To) };
            }
            else
            {
                joined.Add(rule);
            }
        }

        return joined;
    }
}
