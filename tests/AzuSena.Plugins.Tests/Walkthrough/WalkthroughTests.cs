using System.Text.Json;
using System.Xml.Linq;
using AzuSena.Testing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Walkthrough;

/// <summary>docs/write-a-plugin.md, done to the letter.</summary>
public sealed class WalkthroughTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "write-a-plugin.md");

    [Fact]
    public async Task Page_FollowedToTheLetter_EndsInTwoPluginsThatCanBeCalled()
    {
        using var reader = new Reader();

        foreach (var step in WalkthroughPage.Read(Page))
        {
            await reader.DoAsync(step);
        }

        var listed = JsonDocument.Parse(await reader.RunAsync("./azusena plugins list --json")).RootElement.EnumerateArray()
            .Where(plugin => plugin.GetProperty("state").GetString() == "loaded")
            .SelectMany(plugin => plugin.GetProperty("functions").EnumerateArray().Select(function => function.GetString()));
        listed.Should().Contain(["calendar.today", "quarter.current", "quarter.of_month", "mi_saludo.greet"]);

        await using var product = new TestProduct(Repository.Corpus, replace: null, ("ExternalPlugins:Directory", reader.Plugins), ("ExternalPlugins:TimeoutSeconds", "60"));
        var answer = await product.Get<Kernel>().InvokeAsync<string>("mi_saludo", "greet", new KernelArguments { ["name"] = "Luz" });
        answer.Should().StartWith("Hola, Luz.");
    }

    [Fact]
    public void Page_Steps_AreAllFound()
    {
        var steps = WalkthroughPage.Read(Page);

        steps.Count(step => step.Kind == "bash").Should().Be(5);
        steps.Where(step => step.Kind != "bash").Should().HaveCount(3).And.OnlyContain(step => step.File.StartsWith("src/", StringComparison.Ordinal));
    }

    [Fact]
    public void Template_Packages_HaveTheProductsVersions()
    {
        var product = Versions("Directory.Packages.props");

        foreach (var (package, version) in Versions("templates/azusena-plugin/Directory.Packages.props"))
        {
            // The product pins Core alone; Semantic Kernel's packages are of one version.
            version.Should().Be(product[package == "Microsoft.SemanticKernel.Abstractions" ? "Microsoft.SemanticKernel.Core" : package], package);
        }
    }

    private static Dictionary<string, string> Versions(string file) => XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("PackageVersion")
        .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);
}
