using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Spanish;

namespace AzuSena.Memory.Corpus.Tables;

/// <summary>
/// The meaning of the columns of one kind of table, read from a small JSON file (documented in <c>corpus/mappings/README.md</c>). It is matched by column
/// names, ignoring case, accents, spaces and underscores.
/// </summary>
public sealed class TableMapping
{
    private static readonly JsonSerializerOptions Json = new()
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary><c>titulo</c>: the title of the documents that match.</summary>
    [JsonPropertyName("titulo")]
    public string? Title { get; init; }

    /// <summary><c>norma</c>: the column that names the law.</summary>
    [JsonPropertyName("norma")]
    public string? Law { get; init; }

    /// <summary><c>articulo</c>: the column with the article's number.</summary>
    [JsonPropertyName("articulo")]
    public string? Article { get; init; }

    /// <summary><c>encabezados</c>: the columns with the subject of a row.</summary>
    [JsonPropertyName("encabezados")]
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary><c>texto</c>: the columns with the text itself; at least one.</summary>
    [JsonPropertyName("texto")]
    public required IReadOnlyList<string> Text { get; init; }

    /// <summary><c>notas</c>: columns with additional information, shown with their names.</summary>
    [JsonPropertyName("notas")]
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Every column that the mapping names.</summary>
    [JsonIgnore]
    public IEnumerable<string> Columns => Required.Concat(Headings).Concat(Notes);

    private IEnumerable<string> Required => Text.Append(Law).Append(Article).OfType<string>();

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="JsonException">The file is not a mapping.</exception>
    public static TableMapping Read(string json)
    {
        var mapping = JsonSerializer.Deserialize<TableMapping>(json, Json) ?? throw new JsonException("null");
        return mapping.Text.Count == 0 || mapping.Text.Concat(mapping.Headings).Concat(mapping.Notes).Contains(null!)
            ? throw new JsonException("texto: []")
            : mapping;
    }

    /// <summary>The normalised form in which column names are compared: <c>Texto del Artículo</c> and <c>texto_del_articulo</c> are the same.</summary>
    public static string Key(string column) => string.Concat(SpanishAnalyzer.Fold(column).Where(char.IsLetterOrDigit));

    /// <summary>How many of the mapping's columns a header has; 0 if a required one is missing.</summary>
    public int Fit(IReadOnlyCollection<string> keys) =>
        Required.All(column => keys.Contains(Key(column), StringComparer.Ordinal))
            ? Columns.Count(column => keys.Contains(Key(column), StringComparer.Ordinal))
            : 0;
}
