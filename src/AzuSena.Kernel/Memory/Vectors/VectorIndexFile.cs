using AzuSena.Faiss;
using AzuSena.Memory.Storage;
using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Vectors;

/// <summary>
/// The file of an index, derived from the database and named after the state that it was built from: which database, embedder and generation. One of
/// another state is not even looked at, and one that is missing or damaged costs a rebuild.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <param name="snapshot">The state.</param>
/// <param name="embedder">The embedder's id in the database.</param>
/// <param name="kind">The kind of index.</param>
/// <param name="log">Where damage is noted.</param>
internal sealed class VectorIndexFile(string folder, StoreSnapshot snapshot, long embedder, VectorIndexKind kind, ILogger log)
{
    private const string Pattern = "vectors-*.index*";

    private readonly string _path = Path.Combine(folder, $"vectors-{snapshot.Identity}-{embedder}-{snapshot.Generation}-{kind.ToString().ToLowerInvariant()}.index");

    /// <summary>The index, or null where the file is missing or of no use.</summary>
    public IVectorIndex? Load(int dimension)
    {
        try
        {
            return File.Exists(_path) ? VectorIndexFactory.Load(kind, _path, dimension) : null;
        }
        catch (Exception exception) when (exception is VectorIndexException or IOException or UnauthorizedAccessException)
        {
            Log.VectorFileRefused(log, exception, _path);
            return null;
        }
    }

    /// <summary>Writes the index and removes the files of other states. Where it cannot be written the next start builds it again.</summary>
    public void Save(IVectorIndex index)
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
            Log.VectorFileNotWritten(log, exception, _path);
        }
    }
}
