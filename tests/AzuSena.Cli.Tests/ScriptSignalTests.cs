using AzuSena.Testing;

namespace AzuSena.Cli.Tests;

/// <summary>A signal sent to the script alone ends what it started, and the script exits as that did.</summary>
public sealed class ScriptSignalTests : IDisposable
{
    private readonly ScriptFolder _script = new();

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("TERM", "AzuSena.Cli.dll index", "serve")]
    [InlineData("INT", "AzuSena.Cli.dll index", "serve")]
    [InlineData("TERM", " build ", "serve")]
    [InlineData("INT", " build ", "setup")]
    [InlineData("TERM", " build ", "test")]
    [InlineData("INT", " format ", "check")]
    [InlineData("TERM", " models pull ", "setup")]
    public async Task Signal_WhileAChildRuns_EndsItAndItsOwnAndGivesItsExitCode(string signal, string stage, string command)
    {
        if (stage == " build ")
        {
            File.Delete(_script.Combine("artifacts/.product-built"));
        }

        var run = await _script.KillAsync(signal, once: "stuck", stage, [command]);

        run.ExitCode.Should().Be(signal == "TERM" ? ScriptFolder.Terminated : ScriptFolder.Interrupted, run.Error);
        run.Error.Should().NotContain("AzuSena.Api.dll", "nothing follows");
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_WhileServing_EndsTheServiceInOrder(string signal)
    {
        File.Delete(_script.Combine("bin/dotnet"));
        Directory.CreateDirectory(_script.Combine("artifacts/bin/AzuSena.Api"));
        Directory.CreateDirectory(_script.Combine("artifacts/bin/AzuSena.Cli"));
        Directory.CreateSymbolicLink(_script.Combine("artifacts/bin/AzuSena.Api/release"), Path.Combine(Repository.Root, "artifacts/bin/AzuSena.Api/release"));
        Directory.CreateSymbolicLink(_script.Combine("artifacts/bin/AzuSena.Cli/release"), AppContext.BaseDirectory);
        _script.Write("corpus/uno.md", "# Uno\n\nEl primer documento.\n");

        var run = await _script.KillAsync(
            signal,
            once: "Now listening",
            stuckAt: "nowhere",
            [
                "serve", "--Api:Port=0", "--Serilog:MinimumLevel:Override:Microsoft.Hosting=Information",
                "--Serilog:WriteTo:0:Name=Console", "--Serilog:WriteTo:0:Args:standardErrorFromLevel=Verbose",
            ],
            // The command line goes before it.
            ("API_PORT", "70000"),
            ("PROMPTS_DIR", Repository.Prompts),
            ("Llm__Provider", "none"),
            ("Embedding__Provider", "none"),
            ("Voice__Enabled", "false"));

        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().Contain("1 leídos").And.Contain("Stopping: 0 pieces of work");
    }
}
