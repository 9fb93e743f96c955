using System.Globalization;
using DotNetEnv;
using Microsoft.Extensions.Configuration;

namespace AzuSena.Settings;

/// <summary>
/// Reads <c>.env</c> and the environment. The short names of the original service, and new ones in the same style, are mapped onto the option sections; every
/// other option is set in the .NET way, as <c>Section__Property</c>.
/// </summary>
public static class EnvironmentSettings
{
    /// <summary>The folder of <c>.env</c> and of relative paths; the current folder if not set.</summary>
    public const string HomeVariable = "AZUSENA_HOME";

    private static readonly (string Variable, string Key, Kind Kind)[] Names =
    [
        ("CORPUS_DIR", "Memory:CorpusDirectory", Kind.Text),
        ("DATA_DIR", "Memory:DataDirectory", Kind.Text),
        ("PROMPTS_DIR", "Prompts:Directory", Kind.Text),
        ("PLUGINS_DIR", "ExternalPlugins:Directory", Kind.Text),
        ("MAX_DOCS", "Memory:MaxPassages", Kind.WholeNumber),
        ("TIMEOUT_SECONDS", "Answering:TimeoutSeconds", Kind.WholeNumber),
        ("API_HOST", "Api:Host", Kind.Text),
        ("API_PORT", "Api:Port", Kind.WholeNumber),
        ("API_KEYS", "Api:Keys", Kind.Text),
        ("CORS_ORIGINS", "Api:CorsOrigins", Kind.Text),
        ("TRUSTED_PROXIES", "Api:TrustedProxies", Kind.WholeNumber),
        ("LOG_DIR", "Api:LogDirectory", Kind.Text),
        ("MODELS_DIR", "Models:Directory", Kind.Text),
        ("OLLAMA_HOST", "Ollama:Host", Kind.Text),
        ("OLLAMA_PORT", "Ollama:Port", Kind.WholeNumber),
        ("OLLAMA_MODEL", "Ollama:Model", Kind.Text),
        ("TEMPERATURE", "Ollama:Temperature", Kind.Number),
    ];

    private enum Kind
    {
        Text,
        WholeNumber,
        Number,
    }

    /// <summary>The home folder, as a full path.</summary>
    public static string Home => Path.GetFullPath(Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home ? home : ".");

    /// <summary>Adds <c>.env</c> (if it exists), the environment, which takes precedence, and the short names.</summary>
    /// <exception cref="SettingsException">A value has the wrong type; the message names the variable.</exception>
    public static IConfigurationBuilder AddAzuSenaSettings(this IConfigurationBuilder configuration)
    {
        var file = Path.Combine(Home, ".env");
        if (File.Exists(file))
        {
            Env.NoClobber().Load(file);
        }

        configuration.AddEnvironmentVariables();
        return configuration.AddInMemoryCollection(Names
            .Select(name => (name.Key, Value: Read(name.Variable, name.Kind)))
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
    }

    private static string? Read(string variable, Kind kind)
    {
        var value = Environment.GetEnvironmentVariable(variable)?.Trim();
        return string.IsNullOrEmpty(value) ? null : kind switch
        {
            Kind.WholeNumber when !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                throw new SettingsException($"{variable} debe ser un número entero; su valor es «{value}»."),
            Kind.Number when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) =>
                throw new SettingsException($"{variable} debe ser un número como 0.2; su valor es «{value}»."),
            _ => value,
        };
    }
}
