using System.Text.Json;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Commands;

/// <summary><c>plugins list</c> and <c>plugins check</c> as they are run for real.</summary>
public sealed class PluginsCommandTests : IDisposable
{
    private const int ExitOfThePlugin = 7;

    private readonly CommandLine _commandLine = new();

    [Fact]
    public async Task List_NoPluginFromOutside_ShowsTheProducts()
    {
        var run = await _commandLine.RunAsync("plugins", "list");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("calendar: cargado").And.Contain("  calendar.is_holiday").And.Contain("memory.search");
    }

    [Fact]
    public async Task List_AsJson_NamesStatesAndFunctions()
    {
        Drop("good", "GoodPlugin");
        Drop("bad", "BadPlugins+Throws");

        var run = await _commandLine.RunAsync("plugins", "list", "--json");

        var states = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToDictionary(plugin => plugin.GetProperty("name").GetString()!);
        states["good"].GetProperty("state").GetString().Should().Be("loaded");
        states["bad"].GetProperty("reason").GetString().Should().Be("example_failed");
    }

    [Fact]
    public async Task Check_AllGood_ExitsWithZero()
    {
        Drop("good", "GoodPlugin");

        (await _commandLine.RunAsync("plugins", "check")).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Check_OneRefused_ExitsWithOneAndSaysWhy()
    {
        Drop("good", "GoodPlugin");
        var folder = Drop("bad", "BadPlugins+Throws");

        var all = await _commandLine.RunAsync("plugins", "check");
        var one = await _commandLine.RunAsync("plugins", "check", folder);

        all.ExitCode.Should().Be(1);
        all.Output.Should().Contain("good 1.0.0: cargado").And.Contain("bad 1.0.0: rechazado").And.Contain("Hoy no.");
        one.ExitCode.Should().Be(1);
        one.Output.Should().NotContain("good");
    }

    [Fact]
    public async Task List_PluginThatEndsTheProcess_IsLeftOutAfterThreeTimes()
    {
        Drop("bad", "BadPlugins+Exits");
        for (var times = 0; times < 3; times++)
        {
            (await _commandLine.RunAloneAsync("plugins", "list")).ExitCode.Should().Be(ExitOfThePlugin);
        }

        var run = await _commandLine.RunAloneAsync("plugins", "list", "--json");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("crashed_before");
        (await _commandLine.RunAloneAsync("plugins", "check")).ExitCode.Should().Be(ExitOfThePlugin, "somebody asked for another trial");
    }

    public void Dispose() => _commandLine.Dispose();

    private string Drop(string name, string type)
    {
        var manifest = _commandLine.Write($"plugins/{name}/plugin.json", $$"""
            {
              "name": "{{name}}", "version": "1.0.0", "contract": 1, "description": "Para las pruebas.",
              "assembly": "AzuSena.SamplePlugins.dll", "entry_type": "AzuSena.SamplePlugins.{{type}}",
              "examples": [{ "function": "greet", "arguments": {{(type == "GoodPlugin" ? """{ "name": "Ana" }""" : "{}")}}, "pattern": "^Hola" }]
            }
            """);
        _commandLine.CopyFrom(Repository.SamplePlugins, $"plugins/{name}");
        return Path.GetDirectoryName(manifest)!;
    }
}
