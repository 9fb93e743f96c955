using System.ComponentModel.DataAnnotations;

namespace AzuSena.Models;

/// <summary>The Ollama server, with the setting names of the original project.</summary>
public sealed class OllamaOptions : IValidatableObject
{
    /// <summary>The configuration section; OLLAMA_HOST, OLLAMA_PORT, OLLAMA_MODEL and TEMPERATURE are mapped onto it.</summary>
    public const string SectionName = "Ollama";

    /// <summary>Host name, address or full URL of the server; a port in it takes precedence over <see cref="Port"/>.</summary>
    /// <value>The default is <c>localhost</c>.</value>
    [Required(ErrorMessage = "OLLAMA_HOST debe nombrar el servidor del modelo.")]
    public string Host { get; set; } = "localhost";

    /// <summary>Its port.</summary>
    /// <value>The default is 11434.</value>
    [Range(1, 65_535, ErrorMessage = "OLLAMA_PORT debe estar entre 1 y 65535.")]
    public int Port { get; set; } = 11_434;

    /// <summary>The model to use.</summary>
    /// <value>The default is <c>mistral:7b</c>.</value>
    [Required(ErrorMessage = "OLLAMA_MODEL debe nombrar un modelo.")]
    public string Model { get; set; } = "mistral:7b";

    /// <summary>The temperature; the same for every provider.</summary>
    /// <value>The default is 0.2.</value>
    [Range(0, 2, ErrorMessage = "TEMPERATURE debe estar entre 0 y 2.")]
    public double Temperature { get; set; } = 0.2;

    /// <summary>The base address of the server, with a trailing slash.</summary>
    /// <exception cref="FormatException"><see cref="Host"/> is not an address; never for validated options.</exception>
    public Uri GetEndpoint() => OllamaAddress.Parse(Host, Port) ?? throw new FormatException("OLLAMA_HOST is no address.");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OllamaAddress.Parse(Host, Port) is null)
        {
            yield return new ValidationResult("OLLAMA_HOST debe ser un nombre, una dirección IP o una URL como http://servidor:11434.");
        }
    }
}
