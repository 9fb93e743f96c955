using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>The paragraphs of a page, in reading order.</summary>
internal static partial class PdfParagraphs
{
    // Word placement takes time in proportion to the square of the number of words; no readable page holds more.
    private const int MaxLetters = 60_000;

    /// <summary>The paragraphs, each on one line, with words hyphenated at line ends joined again.</summary>
    public static List<string> Of(Page page)
    {
        if (page.Letters.Count is 0 or > MaxLetters)
        {
            return [];
        }

        var words = NearestNeighbourWordExtractor.Instance.GetWords(page.Letters).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return UnsupervisedReadingOrderDetector.Instance.Get(blocks)
            .OrderBy(block => block.ReadingOrder)
            .SelectMany(Paragraphs)
            .ToList();
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

    private static List<string> Paragraphs(TextBlock block)
    {
        var paragraphs = new List<string>();
        var text = new StringBuilder();
        foreach (var line in block.TextLines.Select(line => SectionBuilder.OneLine(line.Text)).Where(line => line.Length > 0))
        {
            if (StartsParagraph().IsMatch(line) && text.Length > 0)
            {
                paragraphs.Add(text.ToString());
                text.Clear();
            }

            Append(text, line);
        }

        paragraphs.Add(text.ToString());
        return paragraphs.ConvertAll(paragraph => Bullet().Replace(paragraph, "- ")).FindAll(paragraph => paragraph.Length > 0);
    }

    [GeneratedRegex(
        @"^(?:[•▪●‣–-]\s|\p{L}\)\s|\d{1,3}[.)]\s|(?:Art[íi]culo|ART[ÍI]CULO|Par[áa]grafo|PAR[ÁA]GRAFO|Cap[íi]tulo|CAP[ÍI]TULO|T[íi]tulo|T[ÍI]TULO)\s)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StartsParagraph();

    [GeneratedRegex(@"^[•▪●‣–-]\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();
}
