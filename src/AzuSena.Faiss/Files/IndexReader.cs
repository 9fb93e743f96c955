using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AzuSena.Faiss.Files;

/// <summary>An index file that has been checked: whole, and of the requested kind, metric and dimension.</summary>
internal sealed class IndexReader : IDisposable
{
    private readonly FileStream _file;
    private readonly string _path;

    private IndexReader(FileStream file, string path)
    {
        (_file, _path) = (file, path);
        Header = ReadHeader();
    }

    public IndexHeader Header { get; }

    /// <summary>The open file, for native code that reads from <see cref="Position"/> on.</summary>
    public SafeFileHandle Handle => _file.SafeFileHandle;

    public long Position => _file.Position;

    /// <summary>Opens a file and checks all of it; dispose the result.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or holds an index other than the one requested.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static IndexReader Open(string path, string kind, int dimension, Metric metric)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            var reader = new IndexReader(file, path);
            reader.Require(reader.Header.Kind == kind, $"holds an index of kind '{reader.Header.Kind}', not '{kind}'");
            reader.Require(reader.Header.Dimension == dimension, $"holds vectors of {reader.Header.Dimension} dimensions, not {dimension}");
            reader.Require(reader.Header.Metric == metric, $"is ordered by {reader.Header.Metric}, not {metric}");
            return reader;
        }
        catch (EndOfStreamException exception)
        {
            file.Dispose();
            throw Refused(path, "is damaged: it ends too soon", exception);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads that many numbers, as written by <see cref="IndexWriter.WriteArray"/>.</summary>
    public T[] ReadArray<T>(long length)
        where T : unmanaged
    {
        Require(length >= 0 && length * Marshal.SizeOf<T>() <= _file.Length - _file.Position, "is damaged: it holds less than it says");
        var values = new T[length];
        const int Part = 1 << 24;
        for (var read = 0; read < values.Length; read += Part)
        {
            _file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(read, Math.Min(Part, values.Length - read))));
        }

        return values;
    }

    public void Dispose() => _file.Dispose();

    private IndexHeader ReadHeader()
    {
        var start = IndexHeader.Magic.Length + sizeof(int);
        var end = _file.Length - IndexHeader.ChecksumLength;
        Require(end >= start, "is damaged: it is too short");
        using var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
        Require(reader.ReadBytes(IndexHeader.Magic.Length).AsSpan().SequenceEqual(IndexHeader.Magic), "is no index file, or is damaged");
        var version = reader.ReadInt32();
        Require(version == IndexHeader.Version, $"is of version {version}, and this program reads version {IndexHeader.Version}");
        var checksum = IndexChecksum.Of(_file, end);
        Require(reader.ReadBytes(IndexHeader.ChecksumLength).AsSpan().SequenceEqual(checksum), "is damaged: its checksum does not fit");
        _file.Position = start;
        return IndexHeader.Read(reader);
    }

    private void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw Refused(_path, otherwise);
        }
    }

    private static VectorIndexException Refused(string path, string why, Exception? cause = null) =>
        new($"The index file {path} {why}.", cause);
}
