using System.Globalization;
using System.Text.Json;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Sqlite;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>What was read and what was left out, in the database.</summary>
internal static class DocumentStates
{
    public static List<DocumentState> All(SqliteConnection connection) => connection.Query(
        row => new DocumentState(
            PassageRows.ReadDocument(row, 0),
            row.GetInt32(6),
            row.IsDBNull(7) ? null : row.GetInt32(7),
            row.IsDBNull(8) ? null : DateTimeOffset.Parse(row.GetString(8), CultureInfo.InvariantCulture),
            row.IsDBNull(9) ? [] : JsonSerializer.Deserialize<List<DocumentNote>>(row.GetString(9))!),
        """
        SELECT path, title, source, as_of, topics, validity, (SELECT count(*) FROM passages p WHERE p.document_id = d.id), pages, indexed_at, notes
        FROM documents d ORDER BY path
        """);

    /// <summary>The documents with notes, the first ones.</summary>
    public static List<(string Path, IReadOnlyList<DocumentNote> Notes)> Notes(SqliteConnection connection, int limit) => connection.Query(
        row => (row.GetString(0), (IReadOnlyList<DocumentNote>)JsonSerializer.Deserialize<List<DocumentNote>>(row.GetString(1))!),
        "SELECT path, notes FROM documents WHERE notes IS NOT NULL ORDER BY path LIMIT $1",
        limit);

    public static List<LeftOutFile> LeftOut(SqliteConnection connection) => connection.Query(
        row => new LeftOutFile(
            row.GetString(0),
            row.IsDBNull(1) ? null : row.GetInt32(1),
            row.IsDBNull(2) ? null : row.GetString(2),
            row.GetString(3),
            row.GetInt32(4) != 0),
        "SELECT path, line, rule, reason, failed FROM left_out ORDER BY path, line");

    public static void Put(SqliteConnection connection, long documentKey, PreparedDocument document, DateTimeOffset now) => connection.Execute(
        "UPDATE documents SET pages = $2, notes = $3, indexed_at = $4 WHERE id = $1",
        documentKey,
        document.Pages,
        document.Notes.Count == 0 ? null : JsonSerializer.Serialize(document.Notes),
        now.ToString("O", CultureInfo.InvariantCulture));

    public static void Replace(SqliteConnection connection, IEnumerable<LeftOutFile> files)
    {
        connection.Execute("DELETE FROM left_out");
        foreach (var file in files)
        {
            connection.Execute(
                "INSERT INTO left_out (path, line, rule, reason, failed) VALUES ($1, $2, $3, $4, $5)",
                file.Path,
                file.Line,
                file.Rule,
                file.Reason,
                file.Failed ? 1 : 0);
        }
    }
}
