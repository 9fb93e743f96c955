using AzuSena.Testing;

namespace AzuSena.Cli.Tests;

/// <summary>The bash front of everything.</summary>
public sealed class AzusenaScriptTests
{
    private static readonly string Script = Path.Combine(Repository.Root, "azusena");

    [Fact]
    public async Task Help_Always_ListsEveryCommand()
    {
        var run = await ProcessRun.OfAsync("bash", [Script, "--help"]);

        run.ExitCode.Should().Be(0);
        run.Output.Should().ContainAll("serve", "ask", "replay ID", "index", "eval squad", "models pull", "plugins check", "prompts check", "bench memory",
            "bench index", "bench voice", "setup", "test", "check");
    }

    [Fact]
    public async Task UnknownCommand_Always_FailsAndShowsTheHelp()
    {
        var run = await ProcessRun.OfAsync("bash", [Script, "bailar"]);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("bailar").And.Contain("serve");
    }

    [Fact]
    public async Task Setup_WithoutTheSdk_SaysHowToGetIt()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Script, folder.Combine("azusena"));
        Directory.CreateDirectory(folder.Combine("src"));
        Directory.CreateDirectory(folder.Combine("bin"));
        foreach (var tool in new[] { "bash", "dirname", "find", "id", "uname" })
        {
            File.CreateSymbolicLink(folder.Combine($"bin/{tool}"), (await ProcessRun.OfAsync("bash", ["-c", $"command -v {tool}"])).Output.Trim());
        }

        var run = await ProcessRun.OfAsync("bash", [folder.Combine("azusena"), "setup"], ("PATH", folder.Combine("bin")));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(".NET 10").And.Contain("dotnet.microsoft.com");
    }
}
