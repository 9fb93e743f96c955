using System.Globalization;
using System.Text.Json;
using AzuSena.Legal;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>Passages as rows of the database, both ways.</summary>
internal static class PassageRows
{
    private const string Select = """
        SELECT p.public_id, d.path, d.title, d.source, d.as_of, d.topics, d.validity, p.heading_path, p.position, p.text,
               p.page, p.last_page, p.sheet, p.row, p.law, p.law_kind, p.law_number, p.law_year, p.article
        FROM passages p JOIN documents d ON d.id = p.document_id
        """;

    private const string Insert = """
        INSERT INTO passages (public_id, document_id, position, heading_path, text, page, last_page, sheet, row, law, law_kind, law_number, law_year, article)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id
        """;

    public static List<Passage> WithKey(SqliteConnection connection, long key) => connection.Query(Read, $"{Select} WHERE p.id = $1", key);

    public static List<Passage> WithPublicId(SqliteConnection connection, string id) => connection.Query(Read, $"{Select} WHERE p.public_id = $1", id);

    /// <summary>Adds a passage and gives its key.</summary>
    public static long Add(SqliteConnection connection, long documentKey, Passage passage)
    {
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
            place?.Rule?.Article)!;
    }

    private static Passage Read(SqliteDataReader row) => new(
        row.GetString(0),
        new DocumentInfo(
            row.GetString(1),
            row.GetString(2),
            Text(row, 3),
            row.IsDBNull(4) ? null : DateOnly.ParseExact(row.GetString(4), "O", CultureInfo.InvariantCulture),
            JsonSerializer.Deserialize<List<string>>(row.GetString(5)),
            Text(row, 6)),
        JsonSerializer.Deserialize<List<string>>(row.GetString(7))!,
        row.GetInt32(8),
        row.GetString(9),
        ReadLocator(row));

    private static Locator? ReadLocator(SqliteDataReader row)
    {
        var rule = row.IsDBNull(18) ? null : new RuleReference(new LawName(row.GetString(15), Text(row, 16), Number(row, 17), row.GetString(14)), row.GetString(18));
        var locator = new Locator(Number(row, 10), Number(row, 11), Text(row, 12), Number(row, 13), rule);
        return locator == new Locator() ? null : locator;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
