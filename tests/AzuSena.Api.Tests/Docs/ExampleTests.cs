using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.AspNetCore.SignalR.Client;

namespace AzuSena.Api.Tests.Docs;

/// <summary>Whoever copies an example of docs/api.md gets an answer.</summary>
[Collection(CorpusApiGroup.Name)]
public sealed class ExampleTests(CorpusApi api)
{
    private const string Question = "¿Qué es SENNOVA?";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Node_ExampleOfTheDocs_PrintsTheAnswer(int number)
    {
        var script = Path.Combine(NodeScript.Folder, $"example-{Guid.NewGuid():N}.mjs");
        await File.WriteAllTextAsync(script, ApiPage.Blocks("js", api.Api.Address)[number]);
        try
        {
            var run = await ProcessRun.OfAsync("node", [script]);

            run.ExitCode.Should().Be(0, run.Error);
            run.Error.Should().BeEmpty();
            run.Output.TrimEnd().Should().Be((await api.Client.AskAsync(Question)).Text("response").TrimEnd());
        }
        finally
        {
            File.Delete(script);
        }
    }

    [Fact]
    public async Task DotNet_ExampleOfTheDocs_PrintsTheAnswer()
    {
        using var folder = new TemporaryFolder();
        var client = typeof(HubConnectionBuilder).Assembly.Location;
        folder.Write("Chat.csproj", Project(Path.GetDirectoryName(client)!));
        folder.Write("Program.cs", ApiPage.Blocks("csharp", api.Api.Address).Single());

        var run = await ProcessRun.OfAsync(
            "dotnet", ["run", "--project", folder.Combine("Chat.csproj")], ("DOTNET_NOLOGO", "1"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"));

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        run.Output.Should().Be((await api.Client.AskAsync(Question)).Text("response"));
    }

    // The assemblies of these tests in the place of the package, so that nothing is fetched.
    private static string Project(string assemblies) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <Reference Include="{assemblies}/Microsoft.AspNetCore.SignalR.Client.dll" />
            <Reference Include="{assemblies}/Microsoft.AspNetCore.SignalR.Client.Core.dll" />
            <Reference Include="{assemblies}/Microsoft.AspNetCore.Http.Connections.Client.dll" />
          </ItemGroup>
        </Project>
        """;
}
