using System.ComponentModel.DataAnnotations;

namespace AzuSena.Models.ModelFiles;

/// <summary>The location of downloaded models.</summary>
public sealed class ModelsOptions
{
    /// <summary>The configuration section; MODELS_DIR is mapped onto it.</summary>
    public const string SectionName = "Models";

    /// <summary>Folder of the models, one folder each; created if it is missing.</summary>
    /// <value>The default is <c>models</c>.</value>
    [Required(ErrorMessage = "MODELS_DIR debe nombrar una carpeta en la que se pueda escribir.")]
    public string Directory { get; set; } = "models";
}
