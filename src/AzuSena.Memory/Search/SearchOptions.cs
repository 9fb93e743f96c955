using System.ComponentModel.DataAnnotations;

namespace AzuSena.Memory.Search;

/// <summary>The limits of a search's results.</summary>
public sealed class SearchOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Memory";

    /// <summary>The maximum number of passages for an answer, unless the question specifies it.</summary>
    /// <value>The default is 5.</value>
    [Range(1, 20, ErrorMessage = "MAX_DOCS debe ser un número entero de 1 a 20.")]
    public int MaxPassages { get; set; } = 5;

    /// <summary>Passages whose score in a search (0 to 1, the best one near 1) is lower are left out of the answer.</summary>
    /// <value>The default is 0: none.</value>
    [Range(0, 1, ErrorMessage = "Memory__MinScore debe estar entre 0 y 1.")]
    public double MinScore { get; set; }

    /// <summary>
    /// Whether words that the documents lack are replaced by a similar one. Not configurable: off only for measuring its effect in evaluation.
    /// </summary>
    internal bool CorrectsSpelling { get; set; } = true;

    /// <summary>Whether the best candidates are reranked, or stay in BM25's order. Not configurable: off only for measuring its effect in evaluation.</summary>
    internal bool Reranks { get; set; } = true;
}
