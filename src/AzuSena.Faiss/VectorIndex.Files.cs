using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

public abstract partial class VectorIndex
{
    private protected VectorIndex(IndexReader file, SlotReuse reuse)
    {
        (Dimension, Metric) = (file.Header.Dimension, file.Header.Metric);
        _gate = new IndexGate(GetType().FullName!);
        _slots = SlotMap.Read(file, file.Header.SlotCount);
        if (file.Header.IsTrained && reuse == SlotReuse.Refill)
        {
            _slots.FreeUnused();
        }

        _storage = file.Header.IsTrained
            ? FaissStorage.Read(file, Dimension, Metric, _slots.Count + _slots.TombstoneCount, reuse)
            : ContiguousStorage.Read(file, Dimension, Metric, _slots.Count);
    }

    /// <summary>The kind's own parameters, stored in the header of its file.</summary>
    private protected virtual int[] Parameters => [];

    /// <summary>Writes the index to a file, which replaces the previous one only when it is complete.</summary>
    /// <exception cref="IOException">The file could not be written; the previous one is untouched.</exception>
    public void Save(string path)
    {
        using var reading = _gate.Read();
        var header = new IndexHeader(Kind, Metric, Dimension, _slots.SlotCount, _storage is FaissStorage, Parameters);
        IndexWriter.Write(path, header, file =>
        {
            _slots.Write(file);
            _storage.Write(file);
        });
    }

    /// <summary>
    /// Writes the FAISS index in FAISS's own format, for its other bindings. There the vectors are numbered in the order in which they were added, as long as
    /// none has been removed; the ids, and which vectors are removed, are not exported.
    /// </summary>
    /// <exception cref="InvalidOperationException">The vectors are not in FAISS's form: the kind is not FAISS's, or waits for more vectors.</exception>
    /// <exception cref="IOException">The file could not be written; the previous one is untouched.</exception>
    public void ExportFaiss(string path)
    {
        using var reading = _gate.Read();
        if (_storage is not FaissStorage faiss)
        {
            throw new InvalidOperationException($"The {_slots.Count} vectors of this index of kind '{Kind}' are not in a form of FAISS's.");
        }

        IndexWriter.WriteBare(path, faiss.Write);
    }
}
