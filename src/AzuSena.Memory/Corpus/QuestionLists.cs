using AzuSena.Errors;

namespace AzuSena.Memory.Corpus;

/// <summary>What people ask that a section answers, as listed in a file.</summary>
/// <param name="Heading">The heading of the section.</param>
/// <param name="Questions">The questions.</param>
/// <param name="Path">The file that lists them, below the corpus folder.</param>
/// <param name="Line">The line of the heading, from 1.</param>
public sealed record ListedQuestions(string Heading, IReadOnlyList<string> Questions, string Path, int Line);

/// <summary>Reads the questions of a file, within limits of number and length.</summary>
/// <param name="path">The file, below the corpus folder.</param>
/// <param name="firstLine">The line of the file on which the YAML starts.</param>
internal sealed class QuestionLists(string path, int firstLine = 1)
{
    /// <summary>The longest question, in characters.</summary>
    public const int MaxLength = 200;

    private const int MaxPerSection = 20;
    private const int MaxPerDocument = 500;

    private int _count;

    /// <summary>What was read.</summary>
    public List<ListedQuestions> Lists { get; } = [];

    /// <summary>What was skipped.</summary>
    public List<DocumentNote> Notes { get; } = [];

    /// <summary>Reads entries: headings, each with its questions.</summary>
    public void Add(IEnumerable<YamlEntry> entries)
    {
        foreach (var entry in entries)
        {
            var line = entry.Line + firstLine - 1;
            if ((entry.List ?? (entry.Value is { } one ? [one] : null)) is not { } listed)
            {
                Note(line, ErrorCodeNames.Text("QuestionsListExpected", Shown(entry.Key)));
                continue;
            }

            var valid = listed.Select(SectionBuilder.OneLine).Where(question => question.Length is > 0 and <= MaxLength).ToList();
            var taken = valid.Distinct(StringComparer.Ordinal).Take(Math.Min(MaxPerSection, MaxPerDocument - _count)).ToList();
            if (valid.Count < listed.Count)
            {
                Note(line, ErrorCodeNames.Text("QuestionsTooLong", Shown(entry.Key), MaxLength));
            }

            if (taken.Count < valid.Distinct(StringComparer.Ordinal).Count())
            {
                Note(line, ErrorCodeNames.Text("QuestionsTooMany", MaxPerSection, MaxPerDocument));
            }

            _count += taken.Count;
            Lists.Add(new ListedQuestions(entry.Key, taken, path, line));
        }
    }

    /// <summary>Notes a problem.</summary>
    public void Note(int line, string text) => Notes.Add(new DocumentNote(path, line, text) { IsOfQuestions = true });

    /// <summary>A heading for a note: of a hostile file it may be of any length.</summary>
    public static string Shown(string heading) =>
        SectionBuilder.OneLine(heading) is { Length: > MaxLength } line ? string.Concat(line.AsSpan(0, MaxLength), "…") : SectionBuilder.OneLine(heading);
}
