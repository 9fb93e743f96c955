namespace AzuSena.Cli.Tests;

/// <summary>What the script runs as tests, and what it tells of them; its dotnet is a double that writes one result file for each assembly.</summary>
public sealed class ScriptTestTests : IDisposable
{
    private readonly ScriptFolder _script = new();

    public ScriptTestTests()
    {
        foreach (var assembly in new[] { "AzuSena.Cli.Tests", "AzuSena.Kernel.Tests", "AzuSena.Web.Tests" })
        {
            Directory.CreateDirectory(_script.Combine($"tests/{assembly}"));
        }
    }

    public void Dispose() => _script.Dispose();

    [Fact]
    public async Task Fast_Always_BuildsAndRunsWhatIsNotSlowAndFetchesNothing()
    {
        var run = await _script.RunAsync("test", "--fast", "--blame");

        run.Error.Should().Contain("build ").And.Contain("AzuSena.Kernel.Tests.dll").And.Contain("--filter Category!=Slow --blame");
        run.Error.Should().NotContainAny("AzuSena.Cli.Tests.dll", "AzuSena.Web.Tests.dll", "models pull", "Instalando");
    }

    [Fact]
    public async Task Results_OfEachAssembly_AreToldWithTheSlowestAndTheFailedOnesAndCountedAtTheEnd()
    {
        _script.Write(ScriptFolder.Results, """
            <UnitTestResult testName="Lenta(text: &quot;a&quot;)" duration="00:00:09.0000000" startTime="x" outcome="Passed" />
            <UnitTestResult testName="Rota" duration="00:00:01.0000000" startTime="x" outcome="Failed">
            <UnitTestResult testName="Omitida" duration="00:00:00.0000000" startTime="x" outcome="NotExecuted" />
            <Counters total="3" executed="2" passed="1" failed="1" error="0" />
            """);

        var run = await _script.RunAsync("test", "--fast");

        var lines = run.Output.TrimEnd().Split('\n');
        lines[^1].Should().Be("1 passed, 1 failed, 1 skipped");
        lines.Should().ContainSingle(line => line.EndsWith(" s  AzuSena.Kernel.Tests", StringComparison.Ordinal));
        lines.SkipWhile(line => line != "Las diez pruebas más lentas:").Skip(1).Take(2)
            .Should().Equal("  00:00:09.0000000  Lenta(text: \"a\")", "  00:00:01.0000000  Rota");
        lines.SkipWhile(line => line != "Fallaron:").Skip(1).First().Should().Be("  Rota");
    }

    [Fact]
    public async Task Results_NoTest_IsAFailure()
    {
        var run = await _script.RunAsync("test", "--fast");

        run.ExitCode.Should().Be(1);
        run.Output.Should().EndWith("0 passed, 0 failed, 0 skipped\n");
        run.Error.Should().Contain("No se ejecutó ninguna prueba.");
    }
}
