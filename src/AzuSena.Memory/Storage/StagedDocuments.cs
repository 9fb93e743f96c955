using System.Text.Json;
using AzuSena.Errors;
using AzuSena.Memory.Sqlite;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>Documents that an indexing run has read and not yet published. They outlive the run, so that a run after a crash can reuse them.</summary>
internal static class StagedDocuments
{
    /// <summary>The content hash of every staged document, by path.</summary>
    public static Dictionary<string, string> Hashes(SqliteConnection connection) => connection
        .Query(row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), "SELECT path, content_hash FROM staged_documents")
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Stores a document.</summary>
    public static void Put(SqliteConnection connection, PreparedDocument document) => connection.Execute(
        "INSERT OR REPLACE INTO staged_documents (path, content_hash, content) VALUES ($1, $2, $3)",
        document.Info.Path,
        document.ContentHash,
        JsonSerializer.Serialize(document));

    /// <summary>Reads a document back.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.IndexNotReady"/>: another run has published it.</exception>
    public static PreparedDocument Get(SqliteConnection connection, string path) =>
        connection.Query(
            row => JsonSerializer.Deserialize<PreparedDocument>(row.GetString(0))!,
            "SELECT content FROM staged_documents WHERE path = $1",
            path).FirstOrDefault()
        ?? throw new AzuSenaException(ErrorCode.IndexNotReady);

    /// <summary>Removes all of them.</summary>
    public static void Clear(SqliteConnection connection) => connection.Execute("DELETE FROM staged_documents");
}
