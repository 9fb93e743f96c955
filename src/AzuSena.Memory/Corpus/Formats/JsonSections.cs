using System.Text.Json;
using AzuSena.Memory.Corpus.Tables;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Converts JSON values to sections.</summary>
internal sealed class JsonSections(TableMappings mappings, CancellationToken cancellationToken)
{
    private readonly CharacterBudget _budget = new();

    /// <summary>The sections read.</summary>
    public List<Section> Sections { get; } = [];

    /// <summary>The title from the mapping of a known table.</summary>
    public string? Title { get; private set; }

    /// <summary>Reads a value below some keys.</summary>
    public void Read(JsonElement value, IReadOnlyList<string> headings)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (value.ValueKind)
        {
            case JsonValueKind.Array when value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object):
                ReadTable(value.EnumerateArray().Select((item, i) => (i + 1, item)), headings);
                break;
            case JsonValueKind.Object:
                var lines = value.EnumerateObject()
                    .Where(property => !IsNested(property.Value))
                    .Select(property => Line(property.Name, SectionBuilder.OneLine(Text(property.Value))))
                    .Where(line => line.Length > 0)
                    .ToList();
                _budget.Take(lines.Sum(line => line.Length));
                if (lines.Count > 0)
                {
                    Sections.Add(new Section(headings, lines));
                }

                foreach (var property in value.EnumerateObject().Where(property => IsNested(property.Value)))
                {
                    Read(property.Value, [.. headings, SizeLimits.Shortened(property.Name)]);
                }

                break;
            default:
                if (SectionBuilder.OneLine(Text(value)) is { Length: > 0 } text)
                {
                    Sections.Add(new Section(headings, [text]));
                }

                break;
        }
    }

    /// <summary>Reads objects as the rows of a table whose columns are the union of their keys.</summary>
    public void ReadTable(IEnumerable<(int Number, JsonElement Value)> items, IReadOnlyList<string>? headings = null)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = items.Select(item => (item.Number, Cells: Flatten(item.Value, prefix: "").ToList())).ToList();
        foreach (var (name, _) in rows.SelectMany(row => row.Cells))
        {
            columns.TryAdd(name, columns.Count);
        }

        // Objects without common keys make a table that has as many columns as rows.
        if ((long)columns.Count * rows.Count > SizeLimits.Cells)
        {
            throw new DocumentException("TableTooLarge", SizeLimits.Cells);
        }

        // The keys are the names of the columns, whatever they look like.
        var table = rows.ConvertAll(row =>
        {
            var cells = Enumerable.Repeat("", columns.Count).ToArray();
            row.Cells.ForEach(cell => cells[columns[cell.Name]] = cell.Text);
            return new TableRow(row.Number, cells);
        });
        var (sections, mapping) = TableSections.Read([.. columns.Keys], table, mappings);
        Title ??= mapping?.Title;
        Sections.AddRange(sections.Select(section => section with { HeadingPath = [.. headings ?? [], .. section.HeadingPath] }));
    }

    private IEnumerable<(string Name, string Text)> Flatten(JsonElement value, string prefix) => value.ValueKind is JsonValueKind.Object
        ? value.EnumerateObject().SelectMany(property => Flatten(property.Value, prefix.Length == 0 ? property.Name : $"{prefix} {property.Name}"))
        : [Counted(prefix.Length == 0 ? "valor" : prefix, Text(value))];

    private (string Name, string Text) Counted(string name, string text)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _budget.Take(name.Length + text.Length);
        return (name, text);
    }

    private static bool IsNested(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object
        || (value.ValueKind is JsonValueKind.Array && value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object));

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => "sí",
        JsonValueKind.False => "no",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text).Where(text => text.Length > 0)),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(property => Line(property.Name, Text(property.Value)))),
        _ => value.GetRawText(),
    };

    private static string Line(string name, string text) => text.Length == 0 ? "" : $"{SectionBuilder.OneLine(name.Replace('_', ' '))}: {text}";
}
