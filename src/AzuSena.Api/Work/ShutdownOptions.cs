using System.ComponentModel.DataAnnotations;

namespace AzuSena.Api.Work;

/// <summary>Settings for stopping the service.</summary>
public sealed class ShutdownOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Shutdown";

    /// <summary>Seconds that answers in progress get to finish after SIGTERM or Ctrl-C; the others then end with <c>stopping</c>.</summary>
    /// <value>The default is 20.</value>
    [Range(0, 3600, ErrorMessage = "Shutdown__Seconds debe ser un número entero de 0 a 3600.")]
    public int Seconds { get; set; } = 20;
}
