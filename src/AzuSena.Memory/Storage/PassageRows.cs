using System.Globalization;
using System.Text.Json;
using AzuSena.Memory.Sqlite;
using AzuSena.Passages;
using AzuSena.Spanish.Legal;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>Maps passages to rows of the database and back.</summary>
internal static class PassageRows
{
    private const string Select = """
        SELECT p.public_id, d.path, d.title, d.source, d.as_of, d.topics, d.validity, p.heading_path, p.position, p.text,
               p.page, p.last_page, p.sheet, p.row, p.law, p.law_kind, p.law_number, p.law_year, p.article, p.questions, p.ocr, p.sections
        FROM passages p JOIN documents d ON d.id = p.document_id
        """;

    private const string Insert = """
        INSERT INTO passages (
            id, public_id, document_id, position, heading_path, text, page, last_page, sheet, row, law, law_kind, law_number, law_year, article,
            term_count, text_hash, questions, ocr, sections)
        VALUES ((SELECT last_key + 1 FROM store), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) RETURNING id
        """;

    private const string SelectDocuments = "SELECT path, title, source, as_of, topics, validity FROM documents ORDER BY title, path";

    private const string SelectQuestions = """
        SELECT d.path, p.questions FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.questions IS NOT NULL ORDER BY d.path, p.position
        """;

    public static List<Passage> WithKey(SqliteConnection connection, long key) => connection.Query(Read, $"{Select} WHERE p.id = $1", key);

    public static List<Passage> WithPublicId(SqliteConnection connection, string id) => connection.Query(Read, $"{Select} WHERE p.public_id = $1", id);

    /// <summary>The first passages of a document.</summary>
    public static List<Passage> Of(SqliteConnection connection, string path, int limit) =>
        connection.Query(Read, $"{Select} WHERE d.path = $1 ORDER BY p.position LIMIT $2", path, limit);

    /// <summary>The passages of a document with listed questions.</summary>
    public static List<Passage> Asked(SqliteConnection connection, string path) =>
        connection.Query(Read, $"{Select} WHERE d.path = $1 AND p.questions IS NOT NULL ORDER BY p.position", path);

    /// <summary>The listed questions of all documents.</summary>
    public static List<(string Path, string Question)> Questions(SqliteConnection connection) =>
    [
        .. connection.Query(row => (Path: row.GetString(0), Sections: ReadQuestions(row, 1)), SelectQuestions)
            .SelectMany(passage => passage.Sections.SelectMany(section => section.Questions).Select(question => (passage.Path, question))),
    ];

    public static List<DocumentInfo> Documents(SqliteConnection connection) => connection.Query(row => ReadDocument(row, 0), SelectDocuments);

    /// <summary>Adds a passage and returns its key.</summary>
    public static long Add(SqliteConnection connection, long documentKey, PreparedPassage prepared)
    {
        var passage = prepared.Passage;
        var (place, law) = (passage.Locator, passage.Locator?.Rule?.Law);
        return (long)connection.Scalar(
            Insert,
            passage.Id,
            documentKey,
            passage.Position,
            JsonSerializer.Serialize(passage.HeadingPath),
            passage.Text,
            place?.Page,
            place?.LastPage,
            place?.Sheet,
            place?.Row,
            law?.Name,
            law?.Kind,
            law?.Number,
            law?.Year,
            place?.Rule?.Article,
            prepared.TermCount,
            prepared.TextHash,
            passage.Questions.Count == 0 ? null : JsonSerializer.Serialize(passage.Questions),
            place?.Ocr,
            prepared.Sections.Count == 0 ? null : JsonSerializer.Serialize(prepared.Sections))!;
    }

    private static Passage Read(SqliteDataReader row) => new(
        row.GetString(0),
        ReadDocument(row, 1),
        JsonSerializer.Deserialize<List<string>>(row.GetString(7))!,
        row.GetInt32(8),
        row.GetString(9),
        ReadLocator(row))
    {
        Questions = ReadQuestions(row, 19),
        Sections = row.IsDBNull(21) ? [] : JsonSerializer.Deserialize<List<PassageSection>>(row.GetString(21))!,
    };

    private static List<SectionQuestions> ReadQuestions(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? [] : JsonSerializer.Deserialize<List<SectionQuestions>>(row.GetString(column))!;

    internal static DocumentInfo ReadDocument(SqliteDataReader row, int first) => new(
        row.GetString(first),
        row.GetString(first + 1),
        Text(row, first + 2),
        row.IsDBNull(first + 3) ? null : DateOnly.ParseExact(row.GetString(first + 3), "O", CultureInfo.InvariantCulture),
        JsonSerializer.Deserialize<List<string>>(row.GetString(first + 4)),
        Text(row, first + 5));

    private static Locator? ReadLocator(SqliteDataReader row)
    {
        var rule = row.IsDBNull(18)
            ? null
            : new RuleReference(new LawName(row.GetString(15), Text(row, 16), Number(row, 17), row.GetString(14)), row.GetString(18));
        var locator = new Locator(Number(row, 10), Number(row, 11), Text(row, 12), Number(row, 13), rule) { Ocr = row.IsDBNull(20) ? null : row.GetDouble(20) };
        return locator == new Locator() ? null : locator;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
