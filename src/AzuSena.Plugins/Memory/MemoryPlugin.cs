using System.ComponentModel;
using AzuSena.Memory.Search;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Memory;

/// <summary>The plugin <c>memory</c>: what the documents hold, for the answer walk and for models that call tools.</summary>
public sealed class MemoryPlugin(PassageSearch passages)
{
    /// <summary>Finds passages.</summary>
    [KernelFunction("search")]
    [Description("Busca en los documentos del SENA los pasajes que responden a una pregunta, del mejor al peor.")]
    public Task<SearchResult> SearchAsync(
        [Description("La pregunta, en español, completa por sí misma.")] string query,
        [Description("Cuántos pasajes devolver, de 1 a 20.")] int max = 5,
        CancellationToken cancellationToken = default) =>
        passages.SearchAsync(query, Math.Clamp(max, 1, 20), cancellationToken);
}
