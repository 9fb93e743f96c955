using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AzuSena.Errors;

namespace AzuSena.Memory.Corpus.Tables;

/// <summary>The mappings of a corpus: those in its own folder <c>mappings/</c>, then those that the product ships with.</summary>
public sealed class TableMappings
{
    // A pipe or device has no size, and is not to be opened.
    private const int MaxBytes = 1024 * 1024;

    private readonly List<TableMapping> _mappings = [];
    private readonly List<(string File, string Reason)> _problems = [];
    private readonly StringBuilder _texts = new();

    private TableMappings()
    {
    }

    /// <summary>No table is known; each is read by its own column names.</summary>
    public static TableMappings None { get; } = new();

    /// <summary>Mapping files that cannot be used, and why, in Spanish.</summary>
    public IReadOnlyList<(string File, string Reason)> Problems => _problems;

    /// <summary>Changes with the mappings, so that tables that were read by others are known to be stale.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_texts.ToString())));

    /// <summary>Reads the <c>*.json</c> of the folders; a folder that is not there holds none.</summary>
    public static TableMappings Load(params IEnumerable<string> folders)
    {
        var mappings = new TableMappings();
        var files = folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            mappings.Add(file);
        }

        return mappings;
    }

    /// <summary>The mapping that knows most of a header's columns, or null.</summary>
    public TableMapping? For(IEnumerable<string> columns)
    {
        var keys = columns.Select(TableMapping.Key).ToHashSet(StringComparer.Ordinal);
        return _mappings.Where(mapping => mapping.Fit(keys) > 0).MaxBy(mapping => mapping.Fit(keys));
    }

    private void Add(string file)
    {
        try
        {
            if (new FileInfo(file).Length is 0 or > MaxBytes)
            {
                throw new JsonException($"> {MaxBytes} B");
            }

            var json = File.ReadAllText(file);
            _mappings.Add(TableMapping.Read(json));
            _texts.Append(json).Append('\0');
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            _problems.Add((Path.GetFileName(file), ErrorCodeNames.Text("MappingInvalid", exception.Message)));
        }
    }
}
