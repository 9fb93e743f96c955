using System.ComponentModel.DataAnnotations;

namespace AzuSena.Memory;

/// <summary>Where the documents are and where what is made of them is kept.</summary>
public sealed class MemoryOptions
{
    /// <summary>The configuration section; the original's names (CORPUS_DIR, DATA_DIR, MAX_DOCS) are mapped onto it.</summary>
    public const string SectionName = "Memory";

    /// <summary>Folder of the documents.</summary>
    /// <value>The default is <c>corpus</c>.</value>
    [Required(ErrorMessage = "CORPUS_DIR debe nombrar la carpeta de los documentos.")]
    public string CorpusDirectory { get; set; } = "corpus";

    /// <summary>Folder of the database; made when it is missing.</summary>
    /// <value>The default is <c>data</c>.</value>
    [Required(ErrorMessage = "DATA_DIR debe nombrar una carpeta en la que se pueda escribir.")]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Folder of the product's own mappings of table columns; those in <c>mappings/</c> of the corpus go before them.</summary>
    /// <value>The default is <c>corpus/mappings</c>.</value>
    [Required(ErrorMessage = "Memory__MappingsDirectory debe nombrar la carpeta de los archivos de columnas.")]
    public string MappingsDirectory { get; set; } = "corpus/mappings";

    /// <summary>How many passages an answer may draw on, where the question does not say.</summary>
    /// <value>The default is 5.</value>
    [Range(1, 20, ErrorMessage = "MAX_DOCS debe ser un número entero de 1 a 20.")]
    public int MaxPassages { get; set; } = 5;

    /// <summary>How long the reading of one file may take before it is left out.</summary>
    /// <value>The default is 60 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Memory__FileTimeoutSeconds debe ser un número entero de 1 a 3600.")]
    public int FileTimeoutSeconds { get; set; } = 60;

    /// <summary>How long an indexing run waits for another one to end.</summary>
    /// <value>The default is 60 seconds.</value>
    [Range(0, 3600, ErrorMessage = "Memory__LockWaitSeconds debe ser un número entero de 0 a 3600.")]
    public int LockWaitSeconds { get; set; } = 60;

    /// <summary>Passages whose score in a search (0 to 1, the best one near 1) is below this are left out of the answer.</summary>
    /// <value>The default is 0: none.</value>
    [Range(0, 1, ErrorMessage = "Memory__MinScore debe estar entre 0 y 1.")]
    public double MinScore { get; set; }

    /// <summary>Whether words that the documents lack are read as a near one. No setting: off only where evaluation measures what that costs.</summary>
    internal bool CorrectsSpelling { get; set; } = true;

    /// <summary>Whether the best candidates are ordered anew, or stay in BM25's order. No setting: off only where evaluation measures what that costs.</summary>
    internal bool Reranks { get; set; } = true;

    /// <summary>Path of the SQLite database.</summary>
    public string DatabasePath => Path.Combine(DataDirectory, "azusena.db");
}
