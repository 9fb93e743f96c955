using System.Globalization;
using System.Text.Json;
using AzuSena.Memory.Sqlite;
using AzuSena.Passages;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>The English of passages in one state of the database, by fingerprint of the translation and by the hash of the passage's text.</summary>
internal sealed class EnglishRows(SqliteConnection connection)
{
    private const string Without =
        "FROM passages p WHERE p.text_hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM english e WHERE e.fingerprint = $1 AND e.text_hash = p.text_hash)";

    /// <summary>The English of a text; null if it is not translated.</summary>
    public IReadOnlyList<EnglishUnit>? Find(string fingerprint, byte[] textHash) => connection.Understand(() => connection
        .Query(
            row => JsonSerializer.Deserialize<List<EnglishUnit>>(row.GetString(0), JsonSerializerOptions.Web),
            "SELECT units FROM english WHERE fingerprint = $1 AND text_hash = $2",
            fingerprint,
            textHash)
        .FirstOrDefault());

    /// <summary>The number of passages without English.</summary>
    public int CountMissing(string fingerprint) => Convert.ToInt32(connection.Scalar($"SELECT count(*) {Without}", fingerprint), CultureInfo.InvariantCulture);

    /// <summary>Passages without English after a key, in the order of their keys.</summary>
    public List<(long Key, byte[] TextHash, Passage Passage)> Missing(string fingerprint, long after, int limit) => connection
        .Query(
            row => (Key: row.GetInt64(0), TextHash: row.GetFieldValue<byte[]>(1)),
            $"SELECT p.id, p.text_hash {Without} AND p.id > $2 ORDER BY p.id LIMIT $3",
            fingerprint,
            after,
            limit)
        .ConvertAll(row => (row.Key, row.TextHash, connection.Understand(() => PassageRows.WithKey(connection, row.Key).Single())));

    /// <summary>Stores the English of a text.</summary>
    public void Add(string fingerprint, byte[] textHash, IReadOnlyList<EnglishUnit> units) => connection.Execute(
        "INSERT OR REPLACE INTO english (fingerprint, text_hash, units) VALUES ($1, $2, $3)",
        fingerprint,
        textHash,
        JsonSerializer.Serialize(units, JsonSerializerOptions.Web));

    /// <summary>Removes what no passage needs and what other translators wrote.</summary>
    public void Clean(string fingerprint) => connection.Execute(
        "DELETE FROM english WHERE fingerprint <> $1 OR NOT EXISTS (SELECT 1 FROM passages p WHERE p.text_hash = english.text_hash)", fingerprint);
}
