using System.ComponentModel.DataAnnotations;

namespace AzuSena.Memory.Corpus;

/// <summary>Which documents are read, and how.</summary>
public sealed class CorpusOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Memory";

    /// <summary>Folder of the documents.</summary>
    /// <value>The default is <c>corpus</c>.</value>
    [Required(ErrorMessage = "CORPUS_DIR debe nombrar la carpeta de los documentos.")]
    public string CorpusDirectory { get; set; } = "corpus";

    /// <summary>Folder of the built-in mappings of table columns; those in <c>mappings/</c> of the corpus take precedence.</summary>
    /// <value>The default is <c>corpus/mappings</c>.</value>
    [Required(ErrorMessage = "Memory__MappingsDirectory debe nombrar la carpeta de los archivos de columnas.")]
    public string MappingsDirectory { get; set; } = "corpus/mappings";

    /// <summary>How long reading one file may take before the file is skipped.</summary>
    /// <value>The default is 60 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Memory__FileTimeoutSeconds debe ser un número entero de 1 a 3600.")]
    public int FileTimeoutSeconds { get; set; } = 60;

    /// <summary>How long an indexing run waits for another one to end.</summary>
    /// <value>The default is 60 seconds.</value>
    [Range(0, 3600, ErrorMessage = "Memory__LockWaitSeconds debe ser un número entero de 0 a 3600.")]
    public int LockWaitSeconds { get; set; } = 60;
}
