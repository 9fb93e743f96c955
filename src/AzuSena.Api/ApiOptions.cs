using System.ComponentModel.DataAnnotations;
using System.Net;

namespace AzuSena.Api;

/// <summary>The service's listening address, its allowed callers, and the folder of its log.</summary>
public sealed class ApiOptions : IValidatableObject
{
    /// <summary>The configuration section; API_HOST, API_PORT, API_KEYS, CORS_ORIGINS, TRUSTED_PROXIES and LOG_DIR are mapped to it.</summary>
    public const string SectionName = "Api";

    private const int MinKeyLength = 16;
    private const int MaxProxies = 10;

    /// <summary>IP address to listen on, or <c>localhost</c>; <c>0.0.0.0</c> for all interfaces.</summary>
    /// <value>The default is <c>127.0.0.1</c>: this machine only.</value>
    [Required(ErrorMessage = "API_HOST debe nombrar la dirección en la que se escucha.")]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Port to listen on; 0 for any free one.</summary>
    /// <value>The default is 8000.</value>
    [Range(0, 65_535, ErrorMessage = "API_PORT debe estar entre 0 y 65535.")]
    public int Port { get; set; } = 8000;

    /// <summary>The accepted API keys, separated by commas; if empty no key is required.</summary>
    /// <value>The default is empty.</value>
    public string Keys { get; set; } = "";

    /// <summary>Origins (<c>https://host</c>) of the web pages that may call besides the service's own, separated by commas.</summary>
    /// <value>The default is empty: none.</value>
    public string CorsOrigins { get; set; } = "";

    /// <summary>How many proxies are in front of the service, each of which appends its client to <c>X-Forwarded-For</c>.</summary>
    /// <value>The default is 0: <c>X-Forwarded-…</c> is not read.</value>
    [Range(0, MaxProxies, ErrorMessage = "TRUSTED_PROXIES debe ser un número entero de 0 a 10.")]
    public int TrustedProxies { get; set; }

    /// <summary>Folder of <c>azusena.log</c>.</summary>
    /// <value>The default is <c>logs</c>.</value>
    [Required(ErrorMessage = "LOG_DIR debe nombrar una carpeta.")]
    public string LogDirectory { get; set; } = "logs";

    /// <summary>The individual keys.</summary>
    public IReadOnlyList<string> KeyList => Split(Keys);

    /// <summary>The individual origins, without a trailing slash.</summary>
    public IReadOnlyList<string> OriginList => [.. Split(CorsOrigins).Select(origin => origin.TrimEnd('/'))];

    /// <summary>Whether other machines can reach the service.</summary>
    public bool IsReachableFromOutside =>
        !Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && !(IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // For an unknown name Kestrel would listen on every address of the machine.
        if (!Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && !IPAddress.TryParse(Host, out _))
        {
            yield return new ValidationResult("API_HOST debe ser localhost o una dirección IP como 127.0.0.1 o 0.0.0.0.");
        }

        if (KeyList.Any(key => key.Length < MinKeyLength))
        {
            yield return new ValidationResult($"Cada clave de API_KEYS debe tener al menos {MinKeyLength} caracteres.");
        }

        if (!OriginList.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == origin))
        {
            yield return new ValidationResult("CORS_ORIGINS debe ser una lista de orígenes como https://www.ejemplo.co, separados por comas.");
        }
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
