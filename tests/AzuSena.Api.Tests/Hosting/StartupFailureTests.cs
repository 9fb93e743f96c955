using System.Net;
using System.Net.Sockets;
using AzuSena.Api.Tests.Support;
using AzuSena.Memory.Indexing;
using AzuSena.Settings;
using AzuSena.Testing;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Tests.Hosting;

public sealed class StartupFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StartupFailureTests() => _folder.Write("corpus/uno.md", "---\ntitulo: Uno\n---\nTexto del documento uno.\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("MAX_DOCS", "muchos")]
    [InlineData("MAX_DOCS", "0")]
    [InlineData("MAX_DOCS", "21")]
    [InlineData("API_PORT", "ochenta")]
    [InlineData("API_PORT", "70000")]
    [InlineData("TEMPERATURE", "tibia")]
    [InlineData("TIMEOUT_SECONDS", "0")]
    [InlineData("API_KEYS", "corta")]
    [InlineData("API_KEYS", "una-clave-bien-larga,corta")]
    [InlineData("Plugins__memory__Enabled", "false")]
    [InlineData("Plugins__sena__Enabled", "quizá")]
    [InlineData("Plugins__Calendar__TimeZone", "America/Macondo")]
    [InlineData("ExternalPlugins__TimeoutSeconds", "0")]
    [InlineData("TRUSTED_PROXIES", "-1")]
    [InlineData("TRUSTED_PROXIES", "uno")]
    [InlineData("CORS_ORIGINS", "*")]
    [InlineData("CORS_ORIGINS", "https://www.ejemplo.co/pagina")]
    [InlineData("Prompts__Variants", "corto:20")]
    [InlineData("API_HOST", "203.0.113.7")]
    [InlineData("API_HOST", "no es una dirección")]
    public async Task Start_SettingThatCannotBeUsed_SaysWhichOne(string variable, string value)
    {
        var run = await ServiceProgram.Host.RunAsync([], ApiProcess.VariablesOf(_folder, [(variable, value)]));

        ShouldHaveFailed(run.ExitCode, run.Output + run.Error, variable);
    }

    [Fact]
    public Task Start_NoCorpusFolderAndNothingIndexed_SaysWhichVariable() => ShouldFailAsync("CORPUS_DIR", ("CORPUS_DIR", _folder.Combine("no-existe")));

    [Fact]
    public Task Start_NoPrompts_SaysWhichVariable() => ShouldFailAsync("PROMPTS_DIR", ("PROMPTS_DIR", _folder.Combine("no-existe")));

    [Fact]
    public async Task Start_EmptyCorpusAndNothingIndexed_SaysWhichVariable()
    {
        Directory.CreateDirectory(_folder.Combine("vacia"));
        await ShouldFailAsync("CORPUS_DIR", ("CORPUS_DIR", _folder.Combine("vacia")));
    }

    [Fact]
    public async Task Start_DataFolderBelowAFile_SaysWhichVariable()
    {
        var file = _folder.Write("archivo", "");
        await ShouldFailAsync("DATA_DIR", ("DATA_DIR", Path.Combine(file, "data")));
    }

    [Fact]
    public async Task Start_PortInUse_SaysWhichVariable()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await ShouldFailAsync("API_PORT", ("API_PORT", $"{((IPEndPoint)other.LocalEndpoint).Port}"));
    }

    [Fact]
    public async Task Start_DataFolderInUse_SaysWhichVariableAndByWhom()
    {
        using var other = new ServingLock(Options.Create(new DataOptions { DataDirectory = _folder.Combine("data") }), TimeProvider.System);
        other.Take();
        await ShouldFailAsync("DATA_DIR", ("DATA_DIR", _folder.Combine("data")));
    }

    private async Task ShouldFailAsync(string named, params (string Name, string Value)[] variables)
    {
        await using var service = ApiProcess.Start(_folder, variables);

        ShouldHaveFailed(await service.EndAsync(), service.Said, named);
    }

    private static void ShouldHaveFailed(int exitCode, string said, string named)
    {
        exitCode.Should().Be(2, said);
        said.Should().Contain(named);
        said.Should().NotContain("   at ").And.NotContain("Exception").And.NotContain("está lista");
    }
}
