using AzuSena.Answers;

namespace AzuSena.Cli.Commands;

/// <summary>Prints what belongs to an answer besides its text: how far it goes, where there is more, and its sources.</summary>
internal static class AnswerNotes
{
    /// <summary>Prints it, each note on lines of its own.</summary>
    public static void Print(Answer answer, TextWriter output)
    {
        if (answer.Completeness is Completeness.Partial)
        {
            output.WriteLine("\n(Respuesta parcial: no encontré todo lo que preguntas.)");
        }

        if (answer.LowConfidence)
        {
            output.WriteLine("\n(Respuesta con poca certeza: compruébala en la fuente.)");
        }

        var places = (answer.More ?? []).Select(PlaceOf).Distinct(StringComparer.Ordinal).Select(place => $"Más en: {place}").ToArray();
        if (places.Length > 0)
        {
            output.WriteLine($"\n{string.Join(output.NewLine, places)}");
        }

        foreach (var citation in answer.Citations.DistinctBy(citation => citation.Number))
        {
            output.WriteLine($"\n[{citation.Number}] {PlaceOf(citation)}{(citation.Source is null ? "" : $"\n    {citation.Source}")}");
        }
    }

    private static string PlaceOf(Citation citation)
    {
        var place = string.Join(" › ", citation.HeadingPath.Prepend(citation.Title));
        return citation.Locator is null || place.EndsWith(citation.Locator, StringComparison.Ordinal) ? place : $"{place} · {citation.Locator}";
    }
}
