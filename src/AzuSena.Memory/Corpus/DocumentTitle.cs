using System.Text.RegularExpressions;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Spanish;

namespace AzuSena.Memory.Corpus;

/// <summary>
/// Chooses the title of a document. Programs write into a file's properties what they started from ("Documento1", "Presentación de PowerPoint", the name of a
/// template), so a title from there counts only if the document or the name of its file says the same.
/// </summary>
internal static partial class DocumentTitle
{
    private const int MaxHeading = 150;
    private const int ShortestWord = 4;

    /// <summary>The title.</summary>
    /// <param name="property">The title in the file's properties.</param>
    /// <param name="heading">The heading that the document begins with.</param>
    /// <param name="source">The file.</param>
    /// <param name="start">The first lines of the document.</param>
    public static string Choose(string? property, string? heading, DocumentSource source, IEnumerable<string>? start = null)
    {
        var named = SectionBuilder.OneLine(property ?? "");
        var above = heading is { Length: > 2 and <= MaxHeading } && heading.Any(char.IsLetter) ? heading : null;
        return named.Length > 3 && !Generic().IsMatch(named) && IsConfirmed(named, [source.TitleFromPath, above ?? "", .. start ?? []]) ? named
            : above ?? source.TitleFromPath;
    }

    private static bool IsConfirmed(string title, IReadOnlyList<string> texts)
    {
        var words = Words(title);
        return words.Count > 0
            && (texts.Take(2).Any(text => Words(text).Overlaps(words))
                || texts.Skip(2).Any(text => SpanishAnalyzer.Fold(text).Contains(SpanishAnalyzer.Fold(title), StringComparison.Ordinal)));
    }

    private static HashSet<string> Words(string text) => SpanishAnalyzer.Words(text)
        .Select(range => SpanishAnalyzer.Fold(text.AsSpan()[range]))
        .Where(word => word.Length >= ShortestWord && !SpanishAnalyzer.IsStopWord(word))
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^(?:(?:presentaci[óo]n de )?(?:microsoft )?(?:powerpoint|word|excel)\b.*|powerpoint presentation|documento?\s?\d*|libro\s?\d*|book\s?\d*|hoja\s?\d*"
        + @"|presentaci[óo]n\s?\d*|untitled.*|sin t[íi]tulo.*|no title|title|t[íi]tulo|plantilla.*|template.*|.*\.[a-z]{2,4}x?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Generic();
}
