using AzuSena.Faiss;
using AzuSena.Memory.Sqlite;
using AzuSena.Memory.Storage;
using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Vectors;

/// <summary>
/// The file of an index, derived from the database and named after what it was built from: which state of which database, which embedder, and which texts
/// under which keys, since a backup that was put back counts its generations twice. One of something else is not even looked at, and one that is missing or
/// damaged costs a rebuild.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <param name="snapshot">The state.</param>
/// <param name="embedder">The embedder's id in the database.</param>
/// <param name="fingerprint">The embedder.</param>
/// <param name="kind">The kind of index.</param>
/// <param name="log">Where damage is noted.</param>
internal sealed class VectorIndexFile(string folder, StoreSnapshot snapshot, long embedder, string fingerprint, VectorIndexKind kind, ILogger log)
{
    private const string Pattern = "vectors-*.index*";

    private readonly string _path = Path.Combine(folder, $"vectors-{snapshot.Identity}-{embedder}-{snapshot.Generation}-{snapshot.Vectors.Digest(embedder, fingerprint)}-{kind.ToString().ToLowerInvariant()}.index");

    private bool _failed;

    /// <summary>The index, or null where the file is missing or of no use.</summary>
    public VectorIndex? Load(int dimension)
    {
        try
        {
            if (!File.Exists(_path))
            {
                return null;
            }

            PrivateFiles.Tighten(_path);
            return VectorIndexFactory.Load(kind, _path, dimension);
        }
        catch (Exception exception) when (exception is VectorIndexException or IOException or UnauthorizedAccessException)
        {
            Log.VectorFileRefused(log, exception, _path);
            return null;
        }
    }

    /// <summary>Writes the index if its file was deleted.</summary>
    public void Keep(VectorIndex index)
    {
        if (!File.Exists(_path))
        {
            Save(index);
        }
    }

    /// <summary>Writes the index and removes the files of other states. Where it cannot be written the next start builds it again.</summary>
    public void Save(VectorIndex index)
    {
        try
        {
            index.Save(_path);
            foreach (var stale in Directory.EnumerateFiles(folder, Pattern).Where(path => path != _path))
            {
                File.Delete(stale);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is tried again with every pass; one line is enough.
            if (!_failed)
            {
                Log.VectorFileNotWritten(log, exception, _path);
            }

            _failed = true;
        }
    }
}
