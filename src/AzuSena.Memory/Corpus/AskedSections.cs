using AzuSena.Errors;
using AzuSena.Spanish;

namespace AzuSena.Memory.Corpus;

/// <summary>
/// Assigns listed questions to the sections of a document. A section is named by its heading, its headings joined by <c>&gt;</c>, its place (<c>página 3</c>,
/// <c>fila 12</c>, <c>artículo 48 de la ley 100 de 1993</c>) or, if it is the first, the document's title; upper case, accents and punctuation do not matter.
/// The first section of a name is meant.
/// </summary>
internal static class AskedSections
{
    /// <summary>The document with the questions of its own file and of the file beside it; a note reports those of unknown sections.</summary>
    public static CorpusDocument Assign(CorpusDocument document, QuestionsFile? beside)
    {
        var file = beside?.Read();
        var listed = document.Questions.Concat(file?.Lists ?? []).ToList();
        if (listed.Count == 0 && file is null)
        {
            return document;
        }

        var sections = document.Sections.ToArray();
        var names = listed.Count == 0 ? [] : Names(document);
        var notes = document.Notes.Concat(file?.Notes ?? []).ToList();
        foreach (var list in listed)
        {
            if (names.TryGetValue(Normalised(list.Heading), out var section))
            {
                sections[section] = sections[section] with { Questions = [.. sections[section].Questions.Union(list.Questions, StringComparer.Ordinal)] };
            }
            else
            {
                notes.Add(new DocumentNote(list.Path, list.Line, ErrorCodeNames.Text("QuestionsHeadingUnknown", QuestionLists.Shown(list.Heading)))
                {
                    IsOfQuestions = true,
                });
            }
        }

        return document with { Sections = sections, Notes = notes };
    }

    // Exact names go before those of a section that only stands below a heading, and the title last.
    private static Dictionary<string, int> Names(CorpusDocument document)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, section) in document.Sections.Index())
        {
            names.TryAdd(Normalised(section.HeadingPath is [.., var last] ? last : ""), at);
            names.TryAdd(Normalised(string.Join(" > ", section.HeadingPath)), at);
            names.TryAdd(Normalised(section.Locator?.Text ?? ""), at);
        }

        foreach (var (at, section) in document.Sections.Index())
        {
            foreach (var heading in section.HeadingPath)
            {
                names.TryAdd(Normalised(heading), at);
            }
        }

        names.Remove("");
        names.TryAdd(Normalised(document.Info.Title), 0);
        return names;
    }

    private static string Normalised(string name) => string.Join(' ', SpanishAnalyzer.Words(name).Select(word => SpanishAnalyzer.Fold(name.AsSpan()[word])));
}
