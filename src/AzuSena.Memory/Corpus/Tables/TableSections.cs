using AzuSena.Passages;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Corpus.Tables;

/// <summary>Converts each row of a table to a section. Empty rows are left out; cells beyond the header are kept, as the row may be shifted.</summary>
public static class TableSections
{
    private const int RowsToSeeForHeader = 50;
    private const int MaxTitle = 150;
    private const int MaxTitles = 3;

    /// <summary>The sections of a table, and the mapping that fits it, if any.</summary>
    public static (List<Section> Sections, TableMapping? Mapping) Read(string? sheet, IEnumerable<TableRow> rows, TableMappings mappings)
    {
        var filled = rows.Where(row => !row.IsEmpty).ToList();
        var (index, depth, header) = TableHeader.Find(filled.GetRange(0, Math.Min(filled.Count, RowsToSeeForHeader)), mappings);
        var data = filled.Skip(index + depth);
        var budget = new CharacterBudget();
        var sections = data
            .Select(row => Counted(header.Mapping is { } mapping ? Mapped(sheet, row, header, mapping) : Named(sheet, row, header), budget))
            .Where(section => section.Lines.Count > 0)
            .ToList();
        return (header.Mapping is null ? Titled(sheet, filled.Take(Math.Max(0, index)).ToList(), sections) : sections, header.Mapping);
    }

    /// <summary>The sections of a table whose columns have names that are known, and the mapping that fits it, if any.</summary>
    public static (List<Section> Sections, TableMapping? Mapping) Read(IReadOnlyList<string> columns, IEnumerable<TableRow> rows, TableMappings mappings)
    {
        var header = new TableHeader(columns, mappings.For(columns));
        var budget = new CharacterBudget();
        return (rows
            .Where(row => !row.IsEmpty)
            .Select(row => Counted(header.Mapping is { } mapping ? Mapped(sheet: null, row, header, mapping) : Named(sheet: null, row, header), budget))
            .Where(section => section.Lines.Count > 0)
            .ToList(), header.Mapping);
    }

    // What stands above a header: a single cell is the title of the table, other rows are read as they are.
    private static List<Section> Titled(string? sheet, List<TableRow> above, List<Section> sections)
    {
        var titles = above
            .Select(row => row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList())
            .Where(cells => cells is [{ Length: <= MaxTitle }])
            .Select(cells => SectionBuilder.OneLine(cells[0]))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var rest = above.FindAll(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) > 1 || row.Cells.Any(cell => cell.Length > MaxTitle));
        return
        [
            .. rest.Select(row => Named(sheet, row, new TableHeader([], Mapping: null))),
            .. titles.Count is 0 or > MaxTitles ? sections : sections.Select(section => section with { HeadingPath = [.. titles, .. section.HeadingPath] }),
        ];
    }

    private static Section Counted(Section section, CharacterBudget budget)
    {
        budget.Take(section.Lines.Sum(line => line.Length) + section.HeadingPath.Sum(heading => heading.Length));
        return section;
    }

    private static Section Mapped(string? sheet, TableRow row, TableHeader header, TableMapping mapping)
    {
        var law = LawName.Read(Cell(mapping.Law));
        var article = law is null ? null : ArticleNumber.Normalise(WithPoint(Cell(mapping.Article)));
        var headings = mapping.Headings.Select(Cell).Prepend(law?.Name ?? "")
            .Where(text => text.Length > 0)
            .Select(SizeLimits.Shortened)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var beyond = row.Cells
            .Where((_, i) => header.Columns.ElementAtOrDefault(i) is not { Length: > 0 })
            .Select(SectionBuilder.OneLine)
            .Where(cell => cell.Length > 0)
            .ToList();
        var text = mapping.Text.Select(Cell).Where(line => line.Length > 0).ToList();
        var notes = mapping.Notes.Select(column => Labelled(Label(column), Cell(column))).Where(line => line.Length > 0);
        return new Section(
            [.. headings],
            [.. text, .. notes, .. beyond],
            new Locator(Sheet: sheet, Row: row.Number, Rule: article is null ? null : new RuleReference(law!, article)),
            FlawsOf(row)
            | (text.Count == 0 ? SectionFlaws.TextMissing : SectionFlaws.None)
            | (beyond.Count > 0 ? SectionFlaws.CellsBeyondHeader : SectionFlaws.None));

        string Cell(string? column) => header.IndexOf(column) is >= 0 and var at && at < row.Cells.Count ? SectionBuilder.OneLine(row.Cells[at]) : "";
    }

    // An article such as 2.2 may be a number, which is shown with a comma.
    private static string WithPoint(string number) => number.All(c => char.IsDigit(c) || c == ',') ? number.Replace(',', '.') : number;

    private static Section Named(string? sheet, TableRow row, TableHeader header)
    {
        var lines = row.Cells
            .Select((cell, i) => Labelled(Label(header.Columns.ElementAtOrDefault(i) ?? ""), SectionBuilder.OneLine(cell)))
            .Where(line => line.Length > 0);
        return new Section([], [.. lines], new Locator(Sheet: sheet, Row: row.Number), FlawsOf(row));
    }

    private static SectionFlaws FlawsOf(TableRow row) => row.Cells.Aggregate(SectionFlaws.None, (flaws, cell) => flaws | SectionBuilder.FlawsOf(cell));

    private static string Labelled(string label, string text) => text.Length == 0 || label.Length == 0 ? text : $"{label}: {text}";

    // "resumen_explicativo" is an identifier, not a readable name.
    private static string Label(string column) =>
        SectionBuilder.OneLine(column.Replace('_', ' ')) is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";
}
