using System.ComponentModel.DataAnnotations;

namespace AzuSena.Api.Security;

/// <summary>Settings of the chat that other sites show.</summary>
public sealed class WidgetOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Widget";

    /// <summary>Origins (<c>https://host</c>) of the sites that may show the chat, separated by commas.</summary>
    /// <value>The default is empty: no other site.</value>
    public string Origins { get; set; } = "";

    /// <summary>Requests and hub calls per minute and address from within the chat; 0 for no limit.</summary>
    /// <value>The default is 60.</value>
    [Range(0, 1_000_000, ErrorMessage = "Widget__PerMinute debe ser un número entero de 0 a 1000000.")]
    public int PerMinute { get; set; } = 60;

    /// <summary>The individual origins, without a trailing slash.</summary>
    public IReadOnlyList<string> OriginList =>
        [.. Origins.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(origin => origin.TrimEnd('/'))];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // They go into a header, where anything but an origin would allow more than was meant.
        if (!OriginList.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http" && uri.GetLeftPart(UriPartial.Authority) == origin))
        {
            yield return new ValidationResult("Widget__Origins debe ser una lista de orígenes como https://www.ejemplo.co, separados por comas.");
        }
    }
}
