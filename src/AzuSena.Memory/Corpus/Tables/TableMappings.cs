using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AzuSena.Errors;

namespace AzuSena.Memory.Corpus.Tables;

/// <summary>The mappings of a corpus: those in its folder <c>mappings/</c>, then the built-in ones.</summary>
public sealed class TableMappings
{
    // Pipes and devices have no size and must not be opened.
    private const int MaxBytes = 1024 * 1024;

    private readonly List<TableMapping> _mappings = [];
    private readonly List<(string File, string Reason)> _problems = [];
    private readonly StringBuilder _texts = new();

    private TableMappings()
    {
    }

    /// <summary>No known tables; each is read by its column names.</summary>
    public static TableMappings None { get; } = new();

    /// <summary>The mapping files that cannot be used, and the reasons, in Spanish.</summary>
    public IReadOnlyList<(string File, string Reason)> Problems => _problems;

    /// <summary>Changes with the mappings, so that tables read with other mappings are known to be stale.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_texts.ToString())));

    /// <summary>Reads the <c>*.json</c> of the folders; a missing folder counts as empty.</summary>
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

    /// <summary>The mapping that matches most columns of a header, or null.</summary>
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
        catch (Exception exception)
            when (exception is JsonException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            _problems.Add((Path.GetFileName(file), ErrorCodeNames.Text("MappingInvalid", exception.Message)));
        }
    }
}
