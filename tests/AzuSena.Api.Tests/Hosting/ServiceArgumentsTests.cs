using System.Text.RegularExpressions;
using AzuSena.Api.Hosting;
using AzuSena.Settings;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Hosting;

public sealed partial class ServiceArgumentsTests
{
    [Fact]
    public void Check_EverySettingOfTheExample_IsKnown()
    {
        var example = File.ReadAllText(Path.Combine(Repository.Root, ".env.example"));
        var names = Setting().Matches(example).Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal)).ToArray();

        names.Should().HaveCountGreaterThan(50);
        FluentActions.Invoking(() => ServiceArguments.Check([.. names.Select(name => $"--{name}=x")])).Should().NotThrow();
    }

    [Theory]
    [InlineData("--api:port=9000")]
    [InlineData("--Api:Port", "9000")]
    [InlineData("--Mcp:Servers:clima:Url=http://localhost:9000/mcp")]
    [InlineData("--environment=Development", "--AllowedHosts", "a.co")]
    [InlineData("--Serilog:MinimumLevel:Default=Debug", "--Kestrel:Limits:MaxConcurrentConnections=9", "--Plugins:Clima:Ciudad=Cali")]
    public void Check_SettingsThatExist_ArePassedOn(params string[] arguments) =>
        FluentActions.Invoking(() => ServiceArguments.Check(arguments)).Should().NotThrow();

    [Theory]
    [InlineData("--Api:Prot", "--Api:Prot=9000")]
    [InlineData("--Apu:Port", "--Apu:Port=9000")]
    [InlineData("--port", "--port", "9000")]
    [InlineData("--urls", "--urls=http://0.0.0.0:9000")]
    [InlineData("-p", "-p", "9000")]
    [InlineData("corpus", "corpus")]
    [InlineData("--Api:KeyList", "--Api:KeyList=x")]
    [InlineData("--Api:Port=VALOR", "--Api:Port")]
    public void Check_AnythingElse_IsRefusedByName(string named, params string[] arguments) =>
        FluentActions.Invoking(() => ServiceArguments.Check(arguments)).Should().Throw<SettingsException>().WithMessage($"*{named}*");

    [GeneratedRegex("\\b[A-Z][A-Za-z]+(__[A-Za-z]+)+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();
}
