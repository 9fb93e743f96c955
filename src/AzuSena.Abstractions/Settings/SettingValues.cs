using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace AzuSena.Settings;

/// <summary>Checks that configuration values can be converted to the types of their options.</summary>
internal static class SettingValues
{
    /// <summary>Checks every simple property of <typeparamref name="T"/> before the binder, whose errors name a key and not the variable.</summary>
    /// <exception cref="SettingsException">A value does not have its property's type; the message names the variable.</exception>
    public static void Check<T>(IConfiguration configuration, string section)
    {
        foreach (var property in typeof(T).GetProperties())
        {
            var optional = Nullable.GetUnderlyingType(property.PropertyType);
            var type = optional ?? property.PropertyType;
            if (configuration[$"{section}:{property.Name}"] is { } value && !(optional is not null && value.Length == 0) && !IsReadable(type, value))
            {
                throw new SettingsException(
                    $"{section.Replace(":", "__", StringComparison.Ordinal)}__{property.Name} debe ser {Wanted(type)}; su valor es «{value}».");
            }
        }
    }

    private static bool IsReadable(Type type, string value)
    {
        if (type == typeof(string) || TypeDescriptor.GetConverter(type) is not { } converter || !converter.CanConvertFrom(typeof(string)))
        {
            return true;
        }

        try
        {
            return converter.ConvertFromInvariantString(value) is not null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Wanted(Type type) => type switch
    {
        { IsEnum: true } => string.Join(", ", Enum.GetNames(type).SkipLast(1)) + " o " + Enum.GetNames(type)[^1],
        _ when type == typeof(bool) => "true o false",
        _ when type == typeof(double) || type == typeof(float) => "un número como 0.2",
        _ when type == typeof(int) || type == typeof(long) => "un número entero",
        _ => "de otra forma",
    };
}
