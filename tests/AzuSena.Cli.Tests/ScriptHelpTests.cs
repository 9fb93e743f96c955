namespace AzuSena.Cli.Tests;

/// <summary>What each command says of itself, and of what it does not know.</summary>
public sealed class ScriptHelpTests : IDisposable
{
    private readonly ScriptFolder _script = new();

    public static TheoryData<string, string, string> Commands => new()
    {
        { "serve", "--help", "--Api:Port=9000" },
        { "index", "-h", "--watch" },
        { "ask", "--help", "--max-docs" },
        { "replay", "-h", "--question" },
        { "eval", "--help", "eval compare A B" },
        { "corpus", "--help", "corpus lint" },
        { "models", "--help", "models pull M" },
        { "plugins", "--help", "plugins check" },
        { "prompts", "--help", "prompts render" },
        { "bench", "--help", "bench memory" },
        { "setup", "--help", "sin arrancar" },
        { "test", "--help", "--filter Nombre" },
        { "test", "-h", "--fast" },
        { "check", "-h", "formato" },
    };

    public void Dispose() => _script.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_EachCommand_IsPrintedAndNothingIsDone(string command, string option, string word)
    {
        File.Delete(_script.Combine("artifacts/.product-built"));

        var run = await _script.RunAsync(command, "x", option);

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().StartWith($"Uso: ./azusena {command}").And.Contain(word);
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Help_NamedFirst_IsOfThatCommandAlone()
    {
        var run = await _script.RunAsync("help", "models");

        run.Output.Should().ContainAll("models list", "models pull", "models remove").And.NotContain("serve");
    }

    [Fact]
    public async Task Help_BehindTwoDashes_IsAnArgument()
    {
        var run = await _script.RunAsync("ask", "--", "--help");

        run.Error.Should().Contain("AzuSena.Cli.dll ask -- --help");
    }

    [Theory]
    [InlineData("--prot=1", "--prot=1")]
    [InlineData("-x", "-x")]
    [InlineData("corpus", "corpus")]
    [InlineData("--Api:Port", "--Api:Port=VALOR")]
    public async Task Serve_WhatIsNoSetting_IsRefusedBeforeAnythingIsDone(string argument, string word)
    {
        var run = await _script.RunAsync("serve", argument);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(word).And.Contain("serve --help").And.NotContain("dotnet");
    }

    [Fact]
    public async Task Serve_Settings_ArePassedOn()
    {
        var run = await _script.RunAsync("serve", "--Api:Port=9000", "--Llm:Provider", "none", "--environment=Production");

        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().Contain("AzuSena.Api.dll --Api:Port=9000 --Llm:Provider none --environment=Production");
    }

    [Fact]
    public async Task Setup_WithAnOption_IsRefused()
    {
        var run = await _script.RunAsync("setup", "--rapido");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("--rapido").And.NotContain("dotnet");
    }
}
