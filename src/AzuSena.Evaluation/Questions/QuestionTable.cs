using AzuSena.Errors;
using CsvHelper;

namespace AzuSena.Evaluation.Questions;

/// <summary>
/// Reads questions from CSV with a heading line, as written by spreadsheets: the columns of the JSONL format; <c>;</c> separates the members of a list and
/// <c>|</c> the wordings of one fact.
/// </summary>
public static class QuestionTable
{
    private const int MaxRecordSize = 1024 * 1024;

    /// <summary>The questions of a file.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.RequestInvalid"/>: the file cannot be read, or lacks a column or a value that every question needs.
    /// </exception>
    public static List<EvaluationQuestion> Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);

            // Only a tab is detected; a semicolon may be a separator within a list.
            var separator = text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal))).Contains('\t') ? '\t' : ',';
            using var csv = CsvReader.Create(
                new StringReader(text), new CsvReaderOptions { HasHeader = false, MaxRecordSize = MaxRecordSize, Separator = separator });
            var columns = csv.Read() ? csv.Current.ToArray().Select(name => name.Trim().ToLowerInvariant()).ToList() : [];
            var questions = new List<EvaluationQuestion>();
            while (csv.Read())
            {
                questions.Add(Parse(csv.Current.ToArray(), columns, path));
            }

            return questions;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, EvaluationTexts.Get("FileUnreadable", path), exception);
        }
        catch (CsvFormatException exception)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, EvaluationTexts.Get("CsvInvalid", path), exception);
        }
    }

    private static EvaluationQuestion Parse(string[] row, List<string> columns, string path)
    {
        return new EvaluationQuestion(
            Needed("id"),
            Needed("kind"),
            Needed("question"),
            List("history"),
            List("documents"),
            [.. List("facts").Select(fact => fact.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
            List("must_not"),
            Enum.TryParse<ExpectedOutcome>(Needed("expect"), ignoreCase: true, out var expect) ? expect : throw Invalid(),
            Given("lead"),
            Given("sections"));

        string Field(string column) => columns.IndexOf(column) is >= 0 and var index && index < row.Length ? row[index].Trim() : "";

        string Needed(string column) => Field(column) is { Length: > 0 } value ? value : throw Invalid();

        string[] List(string column) => Field(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        string[]? Given(string column) => List(column) is { Length: > 0 } members ? members : null;

        AzuSenaException Invalid() => new(ErrorCode.RequestInvalid, EvaluationTexts.Get("CsvInvalid", path));
    }
}
