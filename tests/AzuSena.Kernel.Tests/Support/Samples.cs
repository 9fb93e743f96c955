using AzuSena.Memory.Search;
using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Support;

/// <summary>Passages and search results for tests that need no store.</summary>
internal static class Samples
{
    public const double Idf = 2;

    public static Passage Passage(string text, string title = "Documento", string path = "documento.md", int position = 0, params string[] headings) =>
        new(PassageId.Of(path, position, text), new DocumentInfo(path, title, "Fuente", new DateOnly(2025, 6, 25), ["tema"]), headings, position, text);

    /// <summary>A search in which every word of the question is equally rare and each passage is a little worse than the one before.</summary>
    public static SearchResult Search(string question, params Passage[] passages)
    {
        var terms = SpanishAnalyzer.Stem(question).Distinct(StringComparer.Ordinal).Select(stem => new QuestionTerm(stem, Idf)).ToArray();
        var hits = passages.Select((passage, i) => new PassageHit(passage, 1 - (i * 0.1), 4 - (i * 0.1))).ToArray();
        return new SearchResult(terms, [], hits, RarestIdf: 4, Generation: 1);
    }
}
