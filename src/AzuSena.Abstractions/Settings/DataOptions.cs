using System.ComponentModel.DataAnnotations;

namespace AzuSena.Settings;

/// <summary>The folder of all data that the service writes.</summary>
public sealed class DataOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Memory";

    /// <summary>Folder of the database; created if missing.</summary>
    /// <value>The default is <c>data</c>.</value>
    [Required(ErrorMessage = "DATA_DIR debe nombrar una carpeta en la que se pueda escribir.")]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Path of the passages' SQLite database.</summary>
    public string DatabasePath => Path.Combine(DataDirectory, "azusena.db");
}
