using AzuSena.Faiss;
using AzuSena.Memory.Sqlite;
using AzuSena.Memory.Storage;
using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Vectors;

/// <summary>
/// The file of an index, derived from the database and named after its inputs: the database and its state, the embedder, and the assignment of texts to keys,
/// since a restored backup repeats generations. Files with other names are ignored, and a missing or damaged one costs a rebuild.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <param name="snapshot">The state.</param>
/// <param name="embedder">The embedder's id in the database.</param>
/// <param name="fingerprint">The embedder.</param>
/// <param name="kind">The kind of index.</param>
/// <param name="log">Receives reports of damage.</param>
internal sealed class VectorIndexFile(string folder, StoreSnapshot snapshot, long embedder, string fingerprint, VectorIndexKind kind, ILogger log)
{
    private const string Pattern = "vectors-*.index*";

    private readonly string _path = Path.Combine(
        folder,
        $"vectors-{snapshot.Identity}-{embedder}-{snapshot.Generation}-"
            + $"{snapshot.Vectors.Digest(embedder, fingerprint)}-{kind.ToString().ToLowerInvariant()}.index");

    private bool _failed;

    /// <summary>The index, or null if the file is missing or unusable.</summary>
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

    /// <summary>Writes the index and removes the files of other states. If writing fails, the next start rebuilds the index.</summary>
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
            // Every pass tries again; one line is enough.
            if (!_failed)
            {
                Log.VectorFileNotWritten(log, exception, _path);
            }

            _failed = true;
        }
    }
}
