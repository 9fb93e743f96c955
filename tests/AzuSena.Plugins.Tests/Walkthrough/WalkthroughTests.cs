using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Testing;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;

namespace AzuSena.Plugins.Walkthrough;

/// <summary>docs/write-a-plugin.md, done to the letter.</summary>
public sealed class WalkthroughTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "write-a-plugin.md");

    [Trait("Category", "Slow")]
    [Fact]
    public async Task Page_FollowedToTheLetter_EndsInTwoPluginsAndAToolCallInAnAnswer()
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

        await AssertIsCalledInAnAnswerAsync(reader);
        await AssertAnswersWithoutAModelAsync(reader);
    }

    private static async Task AssertAnswersWithoutAModelAsync(Reader reader)
    {
        await using var product = new TestProduct(
            Repository.Corpus, replace: null, ("ExternalPlugins:Directory", reader.Plugins), ("ExternalPlugins:TimeoutSeconds", "60"));
        await product.Get<PluginRegistry>().LoadAsync();
        await product.IndexAsync();

        var events = await product.Get<AnswerService>().AskAsync(Question.Create("¿Puedes saludar a Luz?"), CancellationToken.None).ToListAsync();

        events.OfType<ToolCalled>().Should().ContainSingle().Which.Should().BeEquivalentTo(new { Title = "Saludos", Asked = "Luz" });
        events[^1].Should().BeOfType<AnswerCompleted>().Which.Answer.Response.Should().Be("Hola, Luz. ¡Que te vaya muy bien en el SENA! [1]");
    }

    private static async Task AssertIsCalledInAnAnswerAsync(Reader reader)
    {
        await using var model = await OllamaDouble.RunAsync(request => request.Messages[^1].StartsWith("tool:", StringComparison.Ordinal)
            ? ModelScript.Of("Ya te saludé. ", "Es una práctica ", "[1].")
            : new ModelScript().Call("mi_saludo_greet", new JsonObject { ["name"] = "Luz" }));
        await using var product = new TestProduct(
            Repository.Corpus,
            replace: null,
            ("ExternalPlugins:Directory", reader.Plugins),
            ("ExternalPlugins:TimeoutSeconds", "60"),
            ("Prompts:Directory", reader.Prompts),
            ("Llm:Provider", "ollama"),
            ("Ollama:Host", "127.0.0.1"),
            ("Ollama:Port", $"{model.Port}"));
        await product.Get<PluginRegistry>().LoadAsync();
        await product.IndexAsync();

        var events = await product.Get<AnswerService>().AskAsync(Question.Create("¿Qué es la etapa productiva?"), CancellationToken.None).ToListAsync();

        events.OfType<ToolCalled>().Should().ContainSingle().Which.Name.Should().Be("mi_saludo_greet");
        events.OfType<ToolReturned>().Should().ContainSingle().Which.Result.Should().StartWith("Hola, Luz.");
        model.Requests[^1].Messages[^1].Should().StartWith("tool:").And.Contain("Hola, Luz.");
        events[^1].Should().BeOfType<AnswerCompleted>().Which.Answer.Response
            .Should().MatchRegex(@"^Ya te saludé \[\d\]\. Es una práctica \[1\]\.$", "what a tool gave is cited as a passage is");
    }

    [Fact]
    public void Page_Steps_AreAllFound()
    {
        var steps = WalkthroughPage.Read(Page);

        steps.Count(step => step.Kind == "bash").Should().Be(7);
        steps.Where(step => step.Kind != "bash").Select(step => step.File.Split('/')[0]).Should().Equal("src", "src", "src", "prompts");
    }

    [Fact]
    public void Template_Packages_HaveTheProductsVersions()
    {
        var product = Versions("Directory.Packages.props");

        foreach (var (package, version) in Versions("templates/azusena-plugin/Directory.Packages.props"))
        {
            // The product pins the metapackage alone; Semantic Kernel's packages are of one version.
            var reference = package.StartsWith("Microsoft.SemanticKernel.", StringComparison.Ordinal) ? "Microsoft.SemanticKernel" : package;
            version.Should().Be(product[reference], package);
        }
    }

    private static Dictionary<string, string> Versions(string file) => XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("PackageVersion")
        .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);
}
