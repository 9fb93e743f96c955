using System.Text;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Corrections that need all pages of a PDF at once.</summary>
internal static class PdfPages
{
    // Fewer pages cannot distinguish a running title from a phrase that occurs twice.
    private const int MinPages = 3;

    /// <summary>Removes running titles and page numbers: a first or last line that is equal on most pages, digits aside.</summary>
    public static void RemoveRunningLines(List<List<string>> pages)
    {
        if (pages.Count < MinPages)
        {
            return;
        }

        foreach (var atEnd in new[] { false, true })
        {
            var running = pages.Where(lines => lines.Count > 0)
                .CountBy(lines => WithoutDigits(atEnd ? lines[^1] : lines[0]), StringComparer.Ordinal)
                .Where(entry => entry.Value > pages.Count / 2)
                .Select(entry => entry.Key)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var lines in pages.Where(lines => lines.Count > 0 && running.Contains(WithoutDigits(atEnd ? lines[^1] : lines[0]))))
            {
                lines.RemoveAt(atEnd ? lines.Count - 1 : 0);
            }
        }
    }

    /// <summary>Moves the rest of a paragraph that continues on the next page to the page where it starts.</summary>
    public static void JoinAcrossPages(List<List<string>> pages)
    {
        for (var i = 1; i < pages.Count; i++)
        {
            if (pages[i] is [var rest, ..] && char.IsLower(rest[0]) && pages[i - 1] is [.., var start] && start[^1] is not ('.' or '!' or '?' or ':'))
            {
                var text = new StringBuilder(start);
                PdfParagraphs.Append(text, rest);
                pages[i - 1][^1] = text.ToString();
                pages[i].RemoveAt(0);
            }
        }
    }

    private static string WithoutDigits(string line) => string.Concat(line.Where(c => !char.IsDigit(c)));
}
