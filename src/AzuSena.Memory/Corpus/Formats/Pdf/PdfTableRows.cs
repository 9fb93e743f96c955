namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>Writes the rows of a table as lines that say the names of their columns.</summary>
internal static class PdfTableRows
{
    private const int MaxName = 80;

    /// <summary>The lines.</summary>
    /// <param name="cells">The cells by row.</param>
    /// <param name="headerRows">How many rows name the columns.</param>
    public static List<string> Write(IReadOnlyList<IReadOnlyList<string>> cells, int headerRows)
    {
        var names = cells.Count == 0 ? [] : Enumerable.Range(0, cells.Max(row => row.Count))
            .Select(i => string.Join(' ', cells.Take(headerRows).Select(row => row.ElementAtOrDefault(i) ?? "").Where(name => name.Length > 0).Distinct()))
            .ToList();
        return cells.Skip(headerRows)
            .Select(row => Row(row, names))
            .Where(text => text.Length > 0)
            .ToList();
    }

    /// <summary>How many rows name the columns: the first, if it is set off in bold type, or if it is filled and has no numbers where the others have
    /// some.</summary>
    public static int HeaderRows(IReadOnlyList<IReadOnlyList<string>> cells, IReadOnlyList<bool> bold, bool mayBeShort = false)
    {
        if (cells.Count < 2 || cells[0].Any(string.IsNullOrEmpty) || cells[0].Any(cell => cell.EndsWith(':')))
        {
            return 0;
        }

        var hasNumbers = cells[0].Select((cell, i) => HasNumber(cell) && cells.Skip(1).Any(row => HasNumber(row[i]))).Any(has => has);
        var isAlone = bold[0] && !bold.Skip(1).All(isBold => isBold);
        return isAlone || ((mayBeShort || cells.Count > 2) && !hasNumbers && cells[0].All(cell => cell.Length <= MaxName)) ? 1 : 0;
    }

    // "m3", "PM2,5" and "CO2" are names.
    private static bool HasNumber(string cell) =>
        cell.Select((c, i) => char.IsDigit(c) && (i == 0 || !(char.IsLetter(cell[i - 1]) || cell[i - 1] is ',' or '.'))).Any(starts => starts);

    private static string Row(IReadOnlyList<string> row, List<string> names)
    {
        var cells = row.Select((cell, i) => cell.Length == 0 ? "" : names[i].Length == 0 ? cell : $"{names[i].TrimEnd(':')}: {cell}").Where(cell =>
            cell.Length > 0).ToList();

        // Without names, the first of two cells names the second.
        if (names.TrueForAll(name => name.Length == 0) && cells is [var name, var value] && !name.EndsWith(':'))
        {
            return $"{name}: {value}";
        }

        // "Nombre:", "Ana": a form.
        return string.Concat(cells.Select((cell, i) => i == 0 ? cell : cells[i - 1].EndsWith(':') ? " " + cell : "; " + cell));
    }
}
