using System.ComponentModel.DataAnnotations;

namespace AzuSena.Plugins.External;

/// <summary>The folder of external plugins, and the time limit for loading each.</summary>
public sealed class ExternalPluginOptions
{
    /// <summary>The configuration section; PLUGINS_DIR is mapped to it.</summary>
    public const string SectionName = "ExternalPlugins";

    /// <summary>The folder that holds the plugins, one subfolder each. It may be missing.</summary>
    /// <value>The default is <c>plugins</c>.</value>
    [Required(ErrorMessage = "PLUGINS_DIR debe nombrar la carpeta de los plugins.")]
    public string Directory { get; set; } = "plugins";

    /// <summary>Time limit for loading a plugin, and for each of its examples.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(1, 60, ErrorMessage = "ExternalPlugins__TimeoutSeconds debe ser un número entero de 1 a 60.")]
    public int TimeoutSeconds { get; set; } = 5;
}
