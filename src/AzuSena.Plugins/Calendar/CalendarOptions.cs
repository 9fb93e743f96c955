using System.ComponentModel.DataAnnotations;
using AzuSena.Settings;

namespace AzuSena.Plugins.Calendar;

/// <summary>The settings of the plugin <c>calendar</c>.</summary>
public sealed class CalendarOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Plugins:Calendar";

    /// <summary>The time zone (IANA name) that decides the current date.</summary>
    /// <value>The default is <c>America/Bogota</c>; UTC−5 if the machine has no time zone data.</value>
    [Required(ErrorMessage = "Plugins__Calendar__TimeZone debe nombrar una zona horaria como America/Bogota.")]
    public string TimeZone { get; set; } = ColombianTime.ZoneId;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TimeZone != ColombianTime.ZoneId && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult(
                $"Plugins__Calendar__TimeZone debe nombrar una zona horaria que esta máquina conozca, como {ColombianTime.ZoneId}; su valor es «{TimeZone}».");
        }
    }
}
