using System.ComponentModel;
using System.Globalization;
using AzuSena.Memory;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Memory;

/// <summary>The plugin <c>memory</c>: the documents, for the answer walk and for models that call tools.</summary>
public sealed class MemoryPlugin(PassageSearch passages, PassageStore store)
{
    /// <summary>Finds passages.</summary>
    [KernelFunction("search")]
    [Description("Busca en los documentos del SENA los pasajes que responden a una pregunta, del mejor al peor.")]
    public Task<SearchResult> SearchAsync(
        [Description("La pregunta, en español, completa por sí misma.")] string query,
        [Description("Cuántos pasajes devolver, de 1 a 20.")] int max = 5,
        [Description("Solo documentos cuya fuente contiene este texto, por ejemplo «Ley 119 de 1994».")] string? source = null,
        [Description("Solo documentos con alguno de estos temas, separados por comas.")] string? topics = null,
        [Description("Solo documentos con fecha igual o posterior, AAAA-MM-DD.")] string? from = null,
        [Description("Solo documentos con fecha igual o anterior, AAAA-MM-DD.")] string? to = null,
        [Description("Lo que se contó alrededor de la pregunta, que pesa poco.")] string? background = null,
        CancellationToken cancellationToken = default) =>
        passages.SearchAsync(
            query, Math.Clamp(max, 1, 20), cancellationToken, new PassageFilter(Given(source), List(topics), Date(from), Date(to)), Given(background));

    /// <summary>Opens a passage.</summary>
    [KernelFunction("get_passage")]
    [Description("Abre un pasaje por su identificador, con los datos de su documento.")]
    public Passage? GetPassage([Description("El identificador del pasaje, tal como lo da la búsqueda.")] string id)
    {
        using var snapshot = store.Read();
        return snapshot.Find(id);
    }

    /// <summary>Lists the documents.</summary>
    [KernelFunction("list_sources")]
    [Description("Lista los documentos que se pueden consultar: título, fuente, fecha y temas.")]
    public IReadOnlyList<DocumentInfo> ListSources()
    {
        using var snapshot = store.Read();
        return snapshot.Documents();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string[]? List(string? topics) =>
        Given(topics)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } list ? list : null;

    // A model may fill an optional parameter with anything; a value that is not a date sets no limit.
    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
