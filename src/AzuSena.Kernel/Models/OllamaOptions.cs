using System.ComponentModel.DataAnnotations;

namespace AzuSena.Models;

/// <summary>
/// The model server's settings, under the original's names, so that an existing <c>.env</c> is checked in full. Answers are extractive
/// in this version: nothing is sent to a model yet.
/// </summary>
public sealed class OllamaOptions
{
    /// <summary>The configuration section; OLLAMA_HOST, OLLAMA_PORT, OLLAMA_MODEL and TEMPERATURE are mapped onto it.</summary>
    public const string SectionName = "Ollama";

    /// <summary>Host name of the server.</summary>
    /// <value>The default is <c>localhost</c>.</value>
    [Required(ErrorMessage = "OLLAMA_HOST debe nombrar el servidor del modelo.")]
    public string Host { get; set; } = "localhost";

    /// <summary>Its port.</summary>
    /// <value>The default is 11434.</value>
    [Range(1, 65_535, ErrorMessage = "OLLAMA_PORT debe estar entre 1 y 65535.")]
    public int Port { get; set; } = 11_434;

    /// <summary>The model to ask.</summary>
    /// <value>The default is <c>mistral:7b</c>.</value>
    [Required(ErrorMessage = "OLLAMA_MODEL debe nombrar un modelo.")]
    public string Model { get; set; } = "mistral:7b";

    /// <summary>How freely it writes.</summary>
    /// <value>The default is 0.2.</value>
    [Range(0, 2, ErrorMessage = "TEMPERATURE debe estar entre 0 y 2.")]
    public double Temperature { get; set; } = 0.2;
}
