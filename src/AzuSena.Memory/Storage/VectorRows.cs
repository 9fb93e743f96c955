using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AzuSena.Memory.Sqlite;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>The vectors of one state of the database, by embedder and by the hash of the embedded text.</summary>
internal sealed class VectorRows(SqliteConnection connection)
{
    private const int DigestBytes = 8;
    private const float LengthTolerance = 0.01f;
    private const string WithVector = "FROM passages p JOIN vectors v ON v.embedder_id = $1 AND v.text_hash = p.text_hash";
    private const string ReadByKey = """
        SELECT p.id, v.vector FROM json_each($2) k
        CROSS JOIN passages p ON p.id = k.value
        CROSS JOIN vectors v ON v.embedder_id = $1 AND v.text_hash = p.text_hash
        """;

    private const string WithoutVector = "FROM passages p WHERE NOT EXISTS (SELECT 1 FROM vectors v WHERE v.embedder_id = $1 AND v.text_hash = p.text_hash)";

    /// <summary>The embedder of a fingerprint and whether its vectors were ever complete; null if it is unknown.</summary>
    public (long Id, bool IsComplete)? Find(string fingerprint) => connection
        .Query(
            row => ((long Id, bool IsComplete)?)(row.GetInt64(0), row.GetBoolean(1)),
            "SELECT id, is_complete FROM embedders WHERE fingerprint = $1",
            fingerprint)
        .FirstOrDefault();

    /// <summary>The number of passages without a vector of an embedder.</summary>
    public int CountMissing(long embedder) =>
        Convert.ToInt32(connection.Scalar($"SELECT count(*) {WithoutVector}", embedder), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Passages without a vector of an embedder, after a key, in the order of their keys.</summary>
    public List<(long Key, byte[] TextHash, string Text)> Missing(long embedder, long after, int limit) => connection
        .Query(
            row => (Key: row.GetInt64(0), TextHash: (byte[])row.GetValue(1)),
            $"SELECT p.id, p.text_hash {WithoutVector} AND p.id > $2 AND p.text_hash IS NOT NULL ORDER BY p.id LIMIT $3",
            embedder,
            after,
            limit)
        .ConvertAll(row => (
            row.Key,
            row.TextHash,
            PreparedPassage.EmbeddedText(connection.Understand(() => PassageRows.WithKey(connection, row.Key).Single()))));

    /// <summary>The keys of the passages with a vector of an embedder, in order.</summary>
    public List<long> Keys(long embedder) => connection.Query(row => row.GetInt64(0), $"SELECT p.id {WithVector} ORDER BY p.id", embedder);

    /// <summary>Identifies the assignment of passages and texts to vectors: equal for indexes with equal contents.</summary>
    public string Digest(long embedder, string fingerprint)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(fingerprint));
        foreach (var (key, text) in connection.Stream(
            row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)),
            $"SELECT p.id, p.text_hash {WithVector} ORDER BY p.id",
            embedder))
        {
            hash.AppendData(BitConverter.GetBytes(key));
            hash.AppendData(text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()[..DigestBytes]);
    }

    /// <summary>Streams the vectors (<c>float[dim]</c>) of passages, each with its passage's key.</summary>
    // CROSS JOIN prevents SQLite from scanning all passages for each batch of keys.
    public IEnumerable<(long Key, float[] Vector)> Read(long embedder, int dimension, IEnumerable<long> keys) => connection.Stream(
        row => (row.GetInt64(0), VectorOf(row.GetFieldValue<byte[]>(1), dimension)), ReadByKey, embedder, JsonSerializer.Serialize(keys));

    /// <summary>Adds an embedder, if it is unknown, and returns its id.</summary>
    public long AddEmbedder(string fingerprint)
    {
        connection.Execute("INSERT OR IGNORE INTO embedders (fingerprint) VALUES ($1)", fingerprint);
        return Find(fingerprint)!.Value.Id;
    }

    /// <summary>Stores the vector of a text.</summary>
    public void Add(long embedder, byte[] textHash, float[] vector) => connection.Execute(
        "INSERT OR REPLACE INTO vectors (embedder_id, text_hash, vector) VALUES ($1, $2, $3)",
        embedder,
        textHash,
        MemoryMarshal.AsBytes(vector.AsSpan()).ToArray());

    /// <summary>
    /// Marks the vectors of an embedder as complete, and removes those that no passage needs and those of embedders older than the previous one.
    /// </summary>
    public void Complete(long embedder)
    {
        connection.Execute("UPDATE embedders SET is_complete = 1 WHERE id = $1", embedder);
        connection.Execute("DELETE FROM embedders WHERE id NOT IN (SELECT id FROM embedders ORDER BY id = $1 DESC, id DESC LIMIT 2)", embedder);
        connection.Execute("DELETE FROM vectors WHERE NOT EXISTS (SELECT 1 FROM passages p WHERE p.text_hash = vectors.text_hash)");
    }

    // They were written with length 1, or 0 for a text that the model maps to no meaning.
    private static float[] VectorOf(byte[] bytes, int dimension)
    {
        var vector = bytes.Length == dimension * sizeof(float)
            ? MemoryMarshal.Cast<byte, float>(bytes).ToArray()
            : throw new InvalidDataException("The vector is of another dimension.");
        var length = TensorPrimitives.Norm<float>(vector);
        return length == 0 || Math.Abs(length - 1) < LengthTolerance ? vector : throw new InvalidDataException("The vector is not of length 1.");
    }
}
