using System.Text.RegularExpressions;
using AzuSena.Memory.Corpus.Formats;

namespace AzuSena.Memory.Corpus.Lint;

/// <summary>Checks of a single document.</summary>
internal static partial class DocumentChecks
{
    private const int MaxAgeInYears = 2;

    // A longer passage covers too much to be found or shown well.
    private const int MaxWords = 1_000;

    // Characters that only occur together if UTF-8 was decoded as Windows-1252, and the replacement character.
    private const string BrokenText = @"Ã[\u0080-\u00BF¡©­³º±]|Â[¿¡°ºª«»]|\uFFFD";

    public static IEnumerable<LintFinding> All(CorpusDocument document, DateOnly today) =>
        FrontMatter(document, today)
            .Concat(Flawed(document, SectionFlaws.OddSpaces, LintSeverity.Info, "odd_spaces", "OddSpaces"))
            .Concat(Flawed(document, SectionFlaws.CellsBeyondHeader, LintSeverity.Warning, "cells_beyond_header", "CellsBeyondHeader"))
            .Concat(document.Sections.SelectMany(section => Text(document, section)));

    // A flaw of a whole table is one finding, not one per row.
    private static IEnumerable<LintFinding> Flawed(CorpusDocument document, SectionFlaws flaw, LintSeverity severity, string rule, string text)
    {
        var flawed = document.Sections.Where(section => section.Flaws.HasFlag(flaw)).ToList();
        return flawed.Count == 0 ? [] : [Finding(severity, rule, document, flawed[0].Locator?.Text, LintTexts.Get(text, flawed.Count))];
    }


    private static IEnumerable<LintFinding> FrontMatter(CorpusDocument document, DateOnly today)
    {
        var info = document.Info;
        if (DocumentFormats.Of(info.Path) is MarkdownFormat && (info.Source is null || info.AsOf is null))
        {
            yield return Finding(LintSeverity.Warning, "front_matter_missing", document, null, LintTexts.Get("FrontMatterMissing"));
        }

        if (info.AsOf is { } date && date < today.AddYears(-MaxAgeInYears))
        {
            yield return Finding(
                LintSeverity.Warning,
                "date_stale",
                document,
                null,
                LintTexts.Get("DateStale", date.ToString("O", System.Globalization.CultureInfo.InvariantCulture), MaxAgeInYears));
        }

        if (info.AsOf > today)
        {
            yield return Finding(
                LintSeverity.Warning,
                "date_future",
                document,
                null,
                LintTexts.Get("DateFuture", info.AsOf.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private static IEnumerable<LintFinding> Text(CorpusDocument document, Section section)
    {
        var text = string.Join('\n', section.HeadingPath.Concat(section.Lines));
        var place = section.Locator?.Text;
        if (Broken().IsMatch(text))
        {
            yield return Finding(LintSeverity.Error, "encoding_broken", document, place, LintTexts.Get("EncodingBroken"));
        }

        if (section.Locator?.Row is not null && Chunker.CountWords(text) is > MaxWords and var words)
        {
            yield return Finding(LintSeverity.Warning, "passage_long", document, place, LintTexts.Get("PassageLong", words, MaxWords));
        }
    }

    private static LintFinding Finding(LintSeverity severity, string rule, CorpusDocument document, string? place, string message) =>
        new(severity, rule, document.Info.Path, place, message);

    [GeneratedRegex(BrokenText, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Broken();
}
