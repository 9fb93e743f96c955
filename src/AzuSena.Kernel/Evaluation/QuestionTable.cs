using System.Globalization;
using AzuSena.Errors;
using CsvHelper;
using CsvHelper.Configuration;

namespace AzuSena.Evaluation;

/// <summary>
/// Reads questions from CSV with a heading line, as spreadsheets write it: the columns of the JSONL format, where <c>;</c> parts the members of a list and
/// <c>|</c> the wordings of one fact.
/// </summary>
public static class QuestionTable
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        MissingFieldFound = null,
        DetectDelimiter = true,
        DetectDelimiterValues = [",", "\t"],
        PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
    };

    /// <summary>The questions of a file.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: it cannot be read or lacks a column.</exception>
    public static List<EvaluationQuestion> Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            using var csv = new CsvReader(reader, Format);
            var questions = new List<EvaluationQuestion>();
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                questions.Add(new EvaluationQuestion(
                    csv.GetField<string>("id")!,
                    csv.GetField<string>("kind")!,
                    csv.GetField<string>("question")!,
                    List(csv, "history"),
                    List(csv, "documents"),
                    [.. List(csv, "facts").Select(fact => fact.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
                    List(csv, "must_not"),
                    Enum.Parse<ExpectedOutcome>(csv.GetField<string>("expect")!, ignoreCase: true)));
            }

            return questions;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, EvaluationTexts.Get("FileUnreadable", path), exception);
        }
        catch (Exception exception) when (exception is CsvHelperException or ArgumentException)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, EvaluationTexts.Get("CsvInvalid", path), exception);
        }
    }

    private static string[] List(CsvReader csv, string column) =>
        csv.GetField(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
