using System.Globalization;

namespace AzuSena.Memory.Corpus;

/// <summary>
/// The front matter of a document. The keys are Spanish, for document authors: <c>titulo</c>, <c>fuente</c>, <c>fecha</c>, <c>temas</c>, <c>vigencia</c>,
/// <c>preguntas</c>. If one is missing, the English key that other programs write is used.
/// </summary>
/// <param name="Title"><c>titulo</c> or <c>title</c>.</param>
/// <param name="Source"><c>fuente</c> or <c>source</c>: the source of the facts.</param>
/// <param name="AsOf"><c>fecha</c> or <c>date</c>: the day as of which they hold, AAAA-MM-DD.</param>
/// <param name="Topics"><c>temas</c> or <c>tags</c>: a list, or a text with commas.</param>
/// <param name="Validity"><c>vigencia</c>: when the rules apply.</param>
public sealed record FrontMatter(string? Title, string? Source, DateOnly? AsOf, IReadOnlyList<string> Topics, string? Validity)
{
    private const string QuestionsKey = "preguntas";
    private const int MaxLength = 16_384;
    private const int DateLength = 10;

    // The YAML starts on the second line of the file.
    private const int FirstLine = 2;

    /// <summary><c>preguntas</c>: what people ask, by section.</summary>
    public IReadOnlyList<ListedQuestions> Questions { get; init; } = [];

    private static readonly string[] Texts = ["titulo", "title", "fuente", "source", "fecha", "date", "vigencia"];
    private static readonly string[] Lists = ["temas", "tags"];

    /// <summary>
    /// Splits a document into its front matter and its body. An invalid entry is skipped, and a note reports it with its line. A front matter without an end
    /// mark is text.
    /// </summary>
    /// <param name="text">The whole text, line ends as <c>\n</c>.</param>
    public static DocumentHead Read(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            return new DocumentHead(null, text, 1, []);
        }

        // The search is limited, so that a long text without an end mark costs nothing.
        var reach = text.AsSpan(0, Math.Min(text.Length, MaxLength + 5));
        var end = reach[3..].IndexOf("\n---\n") is >= 0 and var found ? found + 3 : -1;
        if (end < 0 && reach.Length == text.Length && text.EndsWith("\n---", StringComparison.Ordinal))
        {
            end = text.Length - 4;
        }

        if (end < 0)
        {
            return new DocumentHead(null, text, 1, [Note(1, "FrontMatterUnclosed")]);
        }

        var yaml = end > 4 ? text[4..end] : "";
        var entries = YamlEntries.Read(yaml);
        var notes = new List<DocumentNote>(entries.Problems.Select(line => Note(line + FirstLine - 1, "FrontMatterInvalid")));
        var frontMatter = new Builder(entries, notes).Build();
        return new DocumentHead(frontMatter, text[Math.Min(text.Length, end + 5)..], yaml.Count(c => c == '\n') + 4, [.. notes.OrderBy(note => note.Line)]);
    }

    private static DocumentNote Note(int line, string reason, params object[] arguments) => new("", line, Errors.ErrorCodeNames.Text(reason, arguments));

    private sealed class Builder
    {
        private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
        private readonly List<DocumentNote> _notes;

        public Builder(YamlEntries entries, List<DocumentNote> notes)
        {
            _notes = notes;
            foreach (var entry in entries.Entries)
            {
                Add(entry);
            }
        }

        public FrontMatter Build()
        {
            var title = Text("titulo", "title");
            if (title is null)
            {
                _notes.Add(Note(FirstLine, "FrontMatterTitleMissing"));
            }

            return new FrontMatter(title, Text("fuente", "source"), Date("fecha") ?? Date("date"), List("temas") ?? List("tags") ?? [], Text("vigencia"))
            {
                Questions = Questions(),
            };
        }

        private void Add(YamlEntry entry)
        {
            var (isText, isList) = (Texts.Contains(entry.Key, StringComparer.Ordinal), Lists.Contains(entry.Key, StringComparer.Ordinal));
            var reason = entry.Key is QuestionsKey && entry.Map is null ? "QuestionsMapExpected"
                : !isText && !isList && entry.Key is not QuestionsKey ? "FrontMatterUnknownKey"
                : isText && entry.Value is null ? "FrontMatterTextExpected"
                : isList && entry.Value is null && entry.List is null ? "FrontMatterListExpected"
                : _entries.TryAdd(entry.Key, entry) ? null
                : "FrontMatterRepeatedKey";
            if (reason is not null)
            {
                _notes.Add(Note(entry.Line + FirstLine - 1, reason, entry.Key));
            }
        }

        private string? Text(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                if (_entries.TryGetValue(key, out var entry) && entry.Value is { Length: > 0 } text)
                {
                    return text;
                }
            }

            return null;
        }

        private IReadOnlyList<string>? List(string key) => !_entries.TryGetValue(key, out var entry) ? null
            : entry.List ?? entry.Value!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        private List<ListedQuestions> Questions()
        {
            if (!_entries.TryGetValue(QuestionsKey, out var entry))
            {
                return [];
            }

            var lists = new QuestionLists("", FirstLine);
            lists.Add(entry.Map!);
            _notes.AddRange(lists.Notes);
            return lists.Lists;
        }

        // Other programs append the time to the day.
        private DateOnly? Date(string key)
        {
            if (Text(key) is not { } text)
            {
                return null;
            }

            var day = text.Length > DateLength && text[DateLength] is 'T' or 't' or ' ' ? text.AsSpan(0, DateLength) : text;
            if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            _notes.Add(Note(_entries[key].Line + FirstLine - 1, "FrontMatterDateInvalid", text));
            return null;
        }
    }
}

/// <summary>The parts of a document's text.</summary>
/// <param name="FrontMatter">The front matter; null if there is none.</param>
/// <param name="Body">The rest.</param>
/// <param name="BodyLine">The line on which the body starts, from 1.</param>
/// <param name="Notes">What was skipped in the front matter; without a path.</param>
public sealed record DocumentHead(FrontMatter? FrontMatter, string Body, int BodyLine, IReadOnlyList<DocumentNote> Notes);
