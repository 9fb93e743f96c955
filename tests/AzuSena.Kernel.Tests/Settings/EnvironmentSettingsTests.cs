using System.Collections;
using AzuSena.Memory.Corpus;
using AzuSena.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AzuSena.Settings;

[Collection(EnvironmentVariables.Name)]
public sealed class EnvironmentSettingsTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Dictionary<string, string?> _before = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value);

    public EnvironmentSettingsTests() => Set(EnvironmentSettings.HomeVariable, _home.Path);

    [Theory]
    [InlineData("CORPUS_DIR", "Memory:CorpusDirectory", "/documentos")]
    [InlineData("DATA_DIR", "Memory:DataDirectory", "datos")]
    [InlineData("PROMPTS_DIR", "Prompts:Directory", "/prompts")]
    [InlineData("MAX_DOCS", "Memory:MaxPassages", "7")]
    [InlineData("TIMEOUT_SECONDS", "Answering:TimeoutSeconds", "60")]
    [InlineData("API_HOST", "Api:Host", "0.0.0.0")]
    [InlineData("API_PORT", "Api:Port", "8001")]
    [InlineData("API_KEYS", "Api:Keys", "a,b")]
    [InlineData("CORS_ORIGINS", "Api:CorsOrigins", "https://x.co")]
    [InlineData("TRUSTED_PROXIES", "Api:TrustedProxies", "1")]
    [InlineData("LOG_DIR", "Api:LogDirectory", "registros")]
    [InlineData("MODELS_DIR", "Models:Directory", "modelos")]
    [InlineData("OLLAMA_HOST", "Ollama:Host", "modelo")]
    [InlineData("OLLAMA_PORT", "Ollama:Port", "11434")]
    [InlineData("OLLAMA_MODEL", "Ollama:Model", "mistral:7b")]
    [InlineData("TEMPERATURE", "Ollama:Temperature", "0.2")]
    [InlineData("Answering__AbstainBelow", "Answering:AbstainBelow", "0.3")]
    public void AddAzuSenaSettings_Variable_IsMappedOntoItsSection(string variable, string key, string value)
    {
        Set(variable, $" {value} ".Trim());

        Read()[key].Should().Be(value);
    }

    [Fact]
    public void AddAzuSenaSettings_ShortName_IsTrimmedAndWinsOverTheSectionsOwn()
    {
        Set("Memory__MaxPassages", "3");
        Set("MAX_DOCS", "  7 ");

        Read()["Memory:MaxPassages"].Should().Be("7");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void AddAzuSenaSettings_EmptyShortName_CountsAsNotSet(string? value)
    {
        Set("MAX_DOCS", value);

        Read()["Memory:MaxPassages"].Should().BeNull();
    }

    [Theory]
    [InlineData("MAX_DOCS", "cinco", "*MAX_DOCS debe ser un número entero*«cinco»*")]
    [InlineData("TIMEOUT_SECONDS", "1.5", "*TIMEOUT_SECONDS debe ser un número entero*")]
    [InlineData("API_PORT", "99999999999", "*API_PORT debe ser un número entero*")]
    [InlineData("OLLAMA_PORT", "0x10", "*OLLAMA_PORT debe ser un número entero*")]
    [InlineData("TEMPERATURE", "0,2 grados", "*TEMPERATURE debe ser un número como 0.2*")]
    public void AddAzuSenaSettings_WrongKind_NamesTheVariable(string variable, string value, string message)
    {
        Set(variable, value);

        FluentActions.Invoking(Read).Should().Throw<SettingsException>().WithMessage(message);
    }

    [Fact]
    public void AddAzuSenaSettings_FileInHome_IsReadButDoesNotOverrideTheEnvironment()
    {
        _home.Write(".env", "# comentario\nMAX_DOCS=3\nTIMEOUT_SECONDS=\"45\"\nAnswering__AbstainBelow=0.25\n");
        Set("MAX_DOCS", "9");

        var configuration = Read();

        configuration["Memory:MaxPassages"].Should().Be("9");
        configuration["Answering:TimeoutSeconds"].Should().Be("45");
        configuration["Answering:AbstainBelow"].Should().Be("0.25");
    }

    [Fact]
    public void Home_Variable_IsAFullPath()
    {
        EnvironmentSettings.Home.Should().Be(_home.Path);

        Set(EnvironmentSettings.HomeVariable, "");
        EnvironmentSettings.Home.Should().Be(Path.GetFullPath("."));

        Set(EnvironmentSettings.HomeVariable, "casa");
        EnvironmentSettings.Home.Should().Be(Path.GetFullPath("casa"));
    }

    [Fact]
    public void AddAzuSenaKernel_RelativeFolders_AreBelowHome()
    {
        Set("CORPUS_DIR", "documentos");

        using var services = new ServiceCollection().AddSingleton<IConfiguration>(Read()).AddAzuSenaKernel().BuildServiceProvider();

        services.GetRequiredService<IOptions<CorpusOptions>>().Value.CorpusDirectory.Should().Be(_home.Combine("documentos"));
        services.GetRequiredService<IOptions<DataOptions>>().Value.DatabasePath.Should().Be(_home.Combine("data/azusena.db"));
    }

    public void Dispose()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Except(_before.Keys))
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _home.Dispose();
    }

    private static IConfigurationRoot Read() => new ConfigurationBuilder().AddAzuSenaSettings().Build();

    private static void Set(string name, string? value) => Environment.SetEnvironmentVariable(name, value);
}
