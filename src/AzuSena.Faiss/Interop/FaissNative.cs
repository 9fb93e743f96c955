using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

// The library is loaded only from beside the assembly, where the build puts it.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]

namespace AzuSena.Faiss.Interop;

/// <summary>The functions of <c>native/include/azusena_faiss.h</c>, which describes each; those that return an int return 0 on success.</summary>
internal static partial class FaissNative
{
    public const string Library = "azusena_faiss";

    [LibraryImport(Library, EntryPoint = "azf_version")]
    public static partial int Version();

    [LibraryImport(Library, EntryPoint = "azf_create_flat")]
    public static partial int CreateFlat(int dimension, int metric, out FaissHandle made);

    [LibraryImport(Library, EntryPoint = "azf_create_hnsw")]
    public static partial int CreateHnsw(int dimension, int metric, int links, int efConstruction, int efSearch, out FaissHandle made);

    [LibraryImport(Library, EntryPoint = "azf_create_ivf")]
    public static partial int CreateIvf(int dimension, int metric, int lists, int probes, ReadOnlySpan<float> vectors, long count, out FaissHandle made);

    [LibraryImport(Library, EntryPoint = "azf_create_hnsw_sq8")]
    public static partial int CreateHnswSq8(
        int dimension, int metric, int links, int efConstruction, int efSearch, ReadOnlySpan<float> vectors, long count, out FaissHandle made);

    [LibraryImport(Library, EntryPoint = "azf_free")]
    public static partial void Free(nint index);

    [LibraryImport(Library, EntryPoint = "azf_add")]
    public static partial int Add(FaissHandle index, long count, ReadOnlySpan<float> vectors, ReadOnlySpan<long> slots);

    [LibraryImport(Library, EntryPoint = "azf_remove")]
    public static partial int Remove(FaissHandle index, long slot);

    [LibraryImport(Library, EntryPoint = "azf_reconstruct")]
    public static partial int Reconstruct(FaissHandle index, long slot, Span<float> vector);

    [LibraryImport(Library, EntryPoint = "azf_set_effort")]
    public static partial int SetEffort(FaissHandle index, int effort);

    [LibraryImport(Library, EntryPoint = "azf_search")]
    public static partial int Search(
        FaissHandle index,
        long count,
        ReadOnlySpan<float> queries,
        long k,
        ReadOnlySpan<ulong> allowed,
        long slotCount,
        int exact,
        Span<float> distances,
        Span<long> slots);

    [LibraryImport(Library, EntryPoint = "azf_memory")]
    public static partial int Memory(FaissHandle index, out long bytes);

    [LibraryImport(Library, EntryPoint = "azf_write")]
    public static partial int Write(FaissHandle index, SafeFileHandle file, long offset, out long written);

    [LibraryImport(Library, EntryPoint = "azf_read")]
    public static partial int Read(SafeFileHandle file, long offset, int dimension, int metric, long vectorCount, out FaissHandle made);

    /// <summary>Turns a failed status into an exception with FAISS's own text.</summary>
    public static void Check(int status)
    {
        if (status != 0)
        {
            throw new VectorIndexException($"FAISS refused: {LastError()}");
        }
    }

    [LibraryImport(Library, EntryPoint = "azf_last_error")]
    private static partial int LastError(Span<byte> text, int capacity);

    private static string LastError()
    {
        Span<byte> text = stackalloc byte[2048];
        var length = LastError(text, text.Length);
        return Encoding.UTF8.GetString(text[..Math.Min(length, text.Length - 1)]);
    }
}
