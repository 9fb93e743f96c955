using System.ComponentModel.DataAnnotations;

namespace AzuSena.Plugins.External;

/// <summary>Where plugins from outside lie, and how long each may take to prove itself.</summary>
public sealed class ExternalPluginOptions
{
    /// <summary>The configuration section; PLUGINS_DIR is mapped onto it.</summary>
    public const string SectionName = "ExternalPlugins";

    /// <summary>The folder that holds them, a folder each. It may be missing.</summary>
    /// <value>The default is <c>plugins</c>.</value>
    [Required(ErrorMessage = "PLUGINS_DIR debe nombrar la carpeta de los plugins.")]
    public string Directory { get; set; } = "plugins";

    /// <summary>How long loading a plugin may take, and each of its examples.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(1, 60, ErrorMessage = "ExternalPlugins__TimeoutSeconds debe ser un número entero de 1 a 60.")]
    public int TimeoutSeconds { get; set; } = 5;
}
