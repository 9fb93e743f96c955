using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Memory.Storage;

/// <summary>
/// The analysed form of a passage as one string: a line with the terms of its place (title and headings, each once), then a line per sentence. FTS5 indexes it
/// and the rerank reads it, so that no passage is stemmed again at question time.
/// </summary>
public static class TermLines
{
    /// <summary>Creates the lines of a passage.</summary>
    public static string Write(Passage passage)
    {
        var place = SpanishAnalyzer.Stem(passage.Place).Distinct(StringComparer.Ordinal);
        var sentences = SentenceSplitter.Split(passage.Text).Select(range => SpanishAnalyzer.Stem(passage.Text.AsSpan()[range]));
        return string.Join('\n', sentences.Prepend(place).Select(stems => string.Join(' ', stems)));
    }

    /// <summary>Creates the lines of the questions listed for a passage: a line for each; empty if there are none.</summary>
    public static string WriteQuestions(Passage passage) => string.Join(
        '\n', passage.Questions.SelectMany(section => section.Questions).Select(question => string.Join(' ', SpanishAnalyzer.Stem(question))));

    /// <summary>The terms of each line; the first line is the place.</summary>
    public static string[][] Read(string lines) =>
        Array.ConvertAll(lines.Split('\n'), line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
