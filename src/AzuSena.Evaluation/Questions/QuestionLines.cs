using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Errors;

namespace AzuSena.Evaluation.Questions;

/// <summary>
/// Reads questions from JSONL: one JSON object per line, as described in tests/AzuSena.Evaluation/README.md, or as a <see cref="JudgedLine"/>.
/// </summary>
public static class QuestionLines
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private static readonly JsonSerializerOptions Writing = new(Json)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The questions of a file, or of every <c>*.jsonl</c> of a folder in the order of their names.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.RequestInvalid"/>: a file cannot be read, a line has the wrong format, or an id occurs twice; the message names file and line.
    /// </exception>
    public static List<EvaluationQuestion> Read(string path)
    {
        try
        {
            var files = Directory.Exists(path)
                ? Directory.EnumerateFiles(path, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                : Enumerable.Repeat(path, 1);
            return Unique(files.SelectMany(ReadFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, EvaluationTexts.Get("FileUnreadable", path), exception);
        }
    }

    /// <summary>Serializes a question as its line.</summary>
    public static string Write(EvaluationQuestion question) => JsonSerializer.Serialize(question, Writing);

    private static IEnumerable<(EvaluationQuestion Question, string Place)> ReadFile(string file)
    {
        foreach (var (index, line) in File.ReadLines(file).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var place = $"{file}:{index + 1}";
            yield return (Parse(line, place), place);
        }
    }

    private static EvaluationQuestion Parse(string line, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (JudgedLine.Read(document.RootElement) is { } judged)
            {
                return judged;
            }

            var parsed = document.Deserialize<Line>(Json) ?? throw new JsonException();
            if (parsed.Facts is { } facts && facts.Any(fact => fact.Count == 0) || parsed.Lead is { Count: 0 } || parsed.Sections is { Count: 0 })
            {
                throw new JsonException();
            }

            return new EvaluationQuestion(
                parsed.Id,
                parsed.Kind,
                parsed.Question,
                parsed.History ?? [],
                parsed.Documents ?? [],
                parsed.Facts ?? [],
                parsed.MustNot ?? [],
                parsed.Expect,
                parsed.Lead,
                parsed.Sections);
        }
        catch (JsonException exception)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, EvaluationTexts.Get("LineInvalid", place), exception);
        }
    }

    private static List<EvaluationQuestion> Unique(IEnumerable<(EvaluationQuestion Question, string Place)> lines)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return lines
            .Select(line =>
                ids.Add(line.Question.Id)
                    ? line.Question
                    : throw new AzuSenaException(ErrorCode.RequestInvalid, EvaluationTexts.Get("IdTwice", line.Place, line.Question.Id)))
            .ToList();
    }

    private sealed record Line(
        string Id,
        string Kind,
        string Question,
        ExpectedOutcome Expect,
        IReadOnlyList<string>? History = null,
        IReadOnlyList<string>? Documents = null,
        IReadOnlyList<IReadOnlyList<string>>? Facts = null,
        IReadOnlyList<string>? MustNot = null,
        IReadOnlyList<string>? Lead = null,
        IReadOnlyList<string>? Sections = null);
}
