using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AzuSena.Faiss.Files;

/// <summary>Writes an index file under a temporary name and moves it into place when it is complete.</summary>
internal sealed class IndexWriter
{
    private readonly FileStream _file;

    private IndexWriter(FileStream file) => _file = file;

    /// <summary>Writes the header, then the output of <paramref name="content"/>, then the checksum.</summary>
    public static void Write(string path, IndexHeader header, Action<IndexWriter> content) =>
        Replace(path, file =>
        {
            using (var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true))
            {
                header.Write(writer);
            }

            content(new IndexWriter(file));
            file.Write(IndexChecksum.Of(file, file.Position));
        });

    /// <summary>Writes the output of <paramref name="content"/> and nothing else.</summary>
    public static void WriteBare(string path, Action<IndexWriter> content) => Replace(path, file => content(new IndexWriter(file)));

    /// <summary>Writes numbers with their byte layout in memory (little-endian on every machine but one that .NET 10 runs on).</summary>
    public void WriteArray<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        // The length of a span of bytes is an int.
        const int Part = 1 << 24;
        for (; values.Length > Part; values = values[Part..])
        {
            _file.Write(MemoryMarshal.AsBytes(values[..Part]));
        }

        _file.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Lets native code write from an offset on; it returns how many bytes it wrote.</summary>
    public void WriteNative(Func<SafeFileHandle, long, long> write)
    {
        _file.Flush();
        var offset = _file.Position;
        try
        {
            _file.Position = offset + write(_file.SafeFileHandle, offset);
        }
        catch (VectorIndexException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private static void Replace(string path, Action<FileStream> write)
    {
        var unfinished = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                // Derived from private documents, so private too.
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(unfinished, options))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
