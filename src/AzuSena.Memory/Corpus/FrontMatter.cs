using System.Globalization;
using System.Text.RegularExpressions;

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
public sealed partial record FrontMatter(string? Title, string? Source, DateOnly? AsOf, IReadOnlyList<string> Topics, string? Validity)
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
        // Editors leave an empty line above the rule, or a space behind it.
        var start = text.AsSpan().IndexOfAnyExcept(' ', '\n') is >= 0 and var first ? first : 0;
        if (!text.AsSpan(start).Contains('\n') || !IsRule(text.AsSpan(start)) || !LooksLikeKeys(text.AsSpan(start)))
        {
            return new DocumentHead(null, text, 1, []);
        }

        // The search is limited, so that a long text without an end mark costs nothing.
        var open = text.IndexOf('\n', start) + 1;
        var reach = text.AsSpan(open, Math.Min(text.Length - open, MaxLength));
        var (end, close) = (-1, -1);
        for (var line = 0; line < reach.Length;)
        {
            if (IsRule(reach[line..]) && (open + line + 3 >= text.Length || reach[line..].Contains('\n') || open + reach.Length == text.Length))
            {
                (end, close) = (open + line, reach[line..].IndexOf('\n') is >= 0 and var newline ? open + line + newline + 1 : text.Length);
                break;
            }

            line += reach[line..].IndexOf('\n') is >= 0 and var next ? next + 1 : reach.Length - line;
        }

        if (end < 0)
        {
            return new DocumentHead(null, text, 1, [Note(1, "FrontMatterUnclosed")]);
        }

        var shift = text.AsSpan(0, open).Count('\n') - 1;
        var yaml = end > open ? text[open..(end - 1)] : "";
        var entries = YamlEntries.Read(WithQuotes(yaml));
        var notes = new List<DocumentNote>(entries.Problems.Select(line => Note(line + FirstLine - 1, "FrontMatterInvalid")));
        var frontMatter = new Builder(entries, notes).Build();
        return new DocumentHead(
            frontMatter,
            text[close..],
            text.AsSpan(0, close).Count('\n') + (text[close - 1] == '\n' ? 1 : 2),
            [.. notes.OrderBy(note => note.Line).Select(note => note with { Line = note.Line + shift })]);
    }

    private static bool IsRule(ReadOnlySpan<char> text)
    {
        var line = text.IndexOf('\n') is >= 0 and var end ? text[..end] : text;
        return line.StartsWith("---") && line[3..].IsWhiteSpace();
    }

    // A text may begin with a rule that is a line across the page: then no key follows.
    private static bool LooksLikeKeys(ReadOnlySpan<char> text)
    {
        var below = text.IndexOf('\n') is >= 0 and var newline ? text[(newline + 1)..] : default;
        var line = below.IndexOf('\n') is >= 0 and var end ? below[..end] : below;
        return !line.IsWhiteSpace() || below.TrimStart().StartsWith("titulo", StringComparison.OrdinalIgnoreCase) || below.TrimStart().StartsWith("title",
            StringComparison.OrdinalIgnoreCase)
            || below.TrimStart() is [] or ['-', '-', '-', ..];
    }

    // "titulo: Etapa productiva: guía" is what authors write, though YAML wants quotes around it.
    private static string WithQuotes(string yaml) => Unquoted().Replace(
        yaml, match => $"{match.Groups["key"].Value}: \"{match.Groups["value"].Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"",
            StringComparison.Ordinal)}\"");

    [GeneratedRegex(
        @"^(?<key>titulo|title|fuente|source|vigencia):[ \t]+(?<value>[^\s'""\[\]{}|>&*!%@#`][^\n#]*:[ \t][^\n#]*)$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Unquoted();

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
