using System.ComponentModel.DataAnnotations;

namespace AzuSena.Api.Security;

/// <summary>The rate limit per address.</summary>
public sealed class RateLimitOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "RateLimit";

    /// <summary>Requests and hub calls per minute and address; 0 for no limit.</summary>
    /// <value>The default is 600: a whole classroom behind one address.</value>
    [Range(0, 1_000_000, ErrorMessage = "RateLimit__PerMinute debe ser un número entero de 0 a 1000000.")]
    public int PerMinute { get; set; } = 600;
}
