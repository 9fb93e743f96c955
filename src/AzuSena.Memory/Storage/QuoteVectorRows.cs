using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;
using AzuSena.Memory.Sqlite;
using AzuSena.Passages;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>The vectors of passages' quotable units in one state of the database, by embedder and by the hash of the passage's text.</summary>
internal sealed class QuoteVectorRows(SqliteConnection connection)
{
    // Identifies how a passage is divided into units and what of each is embedded: raise it when that changes.
    private const int Division = 1;

    private const string Without = """
        FROM passages p WHERE p.text_hash IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM quote_vectors q WHERE q.embedder_id = $1 AND q.text_hash = p.text_hash AND q.division = $2)
        """;

    private const string ReadByKey = """
        SELECT p.id, q.vectors FROM json_each($3) k
        CROSS JOIN passages p ON p.id = k.value
        CROSS JOIN quote_vectors q ON q.embedder_id = $1 AND q.text_hash = p.text_hash AND q.division = $2
        """;

    /// <summary>The number of passages whose units have no vectors of an embedder.</summary>
    public int CountMissing(long embedder) =>
        Convert.ToInt32(connection.Scalar($"SELECT count(*) {Without}", embedder, Division), CultureInfo.InvariantCulture);

    /// <summary>Passages whose units have no vectors of an embedder, after a key, in the order of their keys.</summary>
    public List<(long Key, byte[] TextHash, Passage Passage)> Missing(long embedder, long after, int limit) => connection
        .Query(
            row => (Key: row.GetInt64(0), TextHash: row.GetFieldValue<byte[]>(1)),
            $"SELECT p.id, p.text_hash {Without} AND p.id > $3 ORDER BY p.id LIMIT $4",
            embedder,
            Division,
            after,
            limit)
        .ConvertAll(row => (row.Key, row.TextHash, connection.Understand(() => PassageRows.WithKey(connection, row.Key).Single())));

    /// <summary>The cosines of a question and the units of passages, by the passage's key; passages without vectors are left out.</summary>
    /// <param name="embedder">The embedder.</param>
    /// <param name="question">The question's vector of it: <c>float[dim]</c>, L2-normalised.</param>
    /// <param name="keys">The passages.</param>
    public Dictionary<long, float[]> Compare(long embedder, float[] question, IEnumerable<long> keys) => connection
        .Query(
            row => KeyValuePair.Create(row.GetInt64(0), Cosines(question, row.GetFieldValue<byte[]>(1))),
            ReadByKey,
            embedder,
            Division,
            JsonSerializer.Serialize(keys))
        .ToDictionary();

    /// <summary>Stores the vectors of a passage's units: <c>float[units][dim]</c>, each L2-normalised.</summary>
    public void Add(long embedder, byte[] textHash, IReadOnlyList<float[]> vectors)
    {
        var halves = new Half[vectors.Sum(vector => vector.Length)];
        var at = 0;
        foreach (var vector in vectors)
        {
            TensorPrimitives.ConvertToHalf(vector, halves.AsSpan(at));
            at += vector.Length;
        }

        connection.Execute(
            "INSERT OR REPLACE INTO quote_vectors (embedder_id, text_hash, division, vectors) VALUES ($1, $2, $3, $4)",
            embedder,
            textHash,
            Division,
            MemoryMarshal.AsBytes(halves.AsSpan()).ToArray());
    }

    /// <summary>Removes what no passage needs.</summary>
    public void Clean() =>
        connection.Execute("DELETE FROM quote_vectors WHERE NOT EXISTS (SELECT 1 FROM passages p WHERE p.text_hash = quote_vectors.text_hash)");

    private static float[] Cosines(float[] question, byte[] bytes)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(bytes);
        var unit = new float[question.Length];
        var cosines = new float[halves.Length / question.Length];
        for (var i = 0; i < cosines.Length; i++)
        {
            TensorPrimitives.ConvertToSingle(halves.Slice(i * unit.Length, unit.Length), unit);
            cosines[i] = TensorPrimitives.Dot<float>(question, unit);
        }

        return cosines;
    }
}
