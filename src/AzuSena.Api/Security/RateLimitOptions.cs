using System.ComponentModel.DataAnnotations;

namespace AzuSena.Api.Security;

/// <summary>How often one address may ask.</summary>
public sealed class RateLimitOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "RateLimit";

    /// <summary>Requests and hub calls a minute for each address; 0 for no limit.</summary>
    /// <value>The default is 600: a whole classroom behind one address.</value>
    [Range(0, 1_000_000, ErrorMessage = "RateLimit__PerMinute debe ser un número entero de 0 a 1000000.")]
    public int PerMinute { get; set; } = 600;
}
