using System.Text;

namespace AzuSena.Support;

/// <summary>What a database leaves on the disk.</summary>
internal static class DatabaseFiles
{
    /// <summary>Every byte of it, of its write-ahead log and of what was put aside, as text.</summary>
    public static string Text(string database)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "*"))
        {
            // SQLite holds the file open.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
