using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Testing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Servers;

/// <summary>MCP servers as plugins: one that misbehaves in every way, and a real one from npm.</summary>
public sealed class McpServerPluginTests : IDisposable
{
    private const string Allowed = "echo,twice,slow,die,huge,fail,inject,lying";
    private static readonly string Faulty = Path.Combine(Repository.Root, "tests", "AzuSena.Plugins.Tests", "Servers", "faulty-server.mjs");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task LoadAsync_Server_HasOnlyItsAllowedToolsThatDescribeThemselves()
    {
        await using var product = await StartAsync(Faulty);

        var status = (await product.Get<PluginRegistry>().LoadAsync()).Single(plugin => plugin.Name == "prueba");

        status.Should().BeEquivalentTo(new { State = PluginState.Loaded, Origin = PluginOrigin.Server, Version = "1.0.0" });
        status.Functions.Should().Equal(
            "prueba.die", "prueba.echo", "prueba.fail", "prueba.huge", "prueba.inject", "prueba.slow", "prueba.twice");
        product.Get<Kernel>().Plugins["prueba"]["inject"].Description.Should().NotContain("<").And.NotContain("\n");
    }

    [Fact]
    public async Task Call_Faults_EndWellAndTheServerServesOn()
    {
        await using var product = await StartAsync(Faulty, ("MaxCharacters", "100"));
        var kernel = product.Get<Kernel>();

        (await CallAsync("echo", ("text", "hola"))).Should().Be("Eco: hola");
        (await CallAsync("twice", ("n", "21"))).Should().Be("42", "a text is read as the number that the schema asks for");
        (await CallAsync("huge")).Should().Be(new string('x', 100) + "…");
        await Refused<ArgumentException>("echo");
        await Refused<ArgumentException>("twice", ("n", "mucho"));
        await Refused<InvalidOperationException>("fail");
        await Refused<TimeoutException>("slow");
        await Refused<Exception>("die");
        (await CallAsync("echo", ("text", "otra vez"))).Should().Be("Eco: otra vez", "a server that ended is started again");

        async Task<string?> CallAsync(string tool, params (string Name, object? Value)[] arguments) =>
            await kernel.InvokeAsync<string>("prueba", tool, new KernelArguments(arguments.ToDictionary(it => it.Name, it => it.Value)));

        async Task Refused<T>(string tool, params (string Name, object? Value)[] arguments)
            where T : Exception => await FluentActions.Awaiting(() => CallAsync(tool, arguments)).Should().ThrowAsync<T>();
    }

    [Fact]
    public async Task Ask_QuestionOfATool_IsAnsweredByTheServer()
    {
        await using var product = await StartAsync(Faulty, ("Title", "Prueba"), ("Answers:echo:Questions:0", "¿Qué dice el eco (a|de) {text:texto}?"));

        var events = await product.Get<AnswerService>().AskAsync(Question.Create("¿Qué dice el eco de la montaña?"), CancellationToken.None).ToListAsync();

        events.OfType<ToolReturned>().Single().Should().BeEquivalentTo(new { Title = "Prueba", Failed = false });
        events[^1].Should().BeOfType<AnswerCompleted>().Which.Answer.Response.Should().Be("Eco: la montaña [1]");
    }

    [Fact]
    public async Task LoadAsync_NoSuchProgram_CostsItsToolsOnly()
    {
        await using var product = await StartAsync(null, ("Command", "este-programa-no-existe"));

        var statuses = await product.Get<PluginRegistry>().LoadAsync();

        statuses.Single(plugin => plugin.Name == "prueba")
            .Should().BeEquivalentTo(new { State = PluginState.Refused, Reason = RefusalReason.ServerUnavailable });
        product.Get<Kernel>().Plugins.Select(plugin => plugin.Name).Should().Contain("calendar").And.NotContain("prueba");
    }

    [EverythingFact]
    public async Task Call_RealServerOfNpm_Answers()
    {
        await using var product = await StartAsync($"{EverythingFactAttribute.Server} stdio", ("Allow", "echo,get-sum"), ("TimeoutSeconds", "30"));
        var kernel = product.Get<Kernel>();

        (await kernel.InvokeAsync<string>("prueba", "echo", new KernelArguments { ["message"] = "hola" })).Should().Be("Echo: hola");
        (await kernel.InvokeAsync<string>("prueba", "get_sum", new KernelArguments { ["a"] = "2", ["b"] = "3" })).Should().Contain("5");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<TestProduct> StartAsync(string? script, params (string Key, string Value)[] settings)
    {
        _folder.Write("corpus/biblioteca.md", "# Biblioteca\n\nLa biblioteca presta libros durante quince días.\n");
        var product = new TestProduct(
            _folder.Combine("corpus"),
            replace: null,
            [
                ("ExternalPlugins:Directory", _folder.Combine("plugins")),
                ("Mcp:Servers:prueba:Allow", Allowed),
                ("Mcp:Servers:prueba:TimeoutSeconds", "3"),
                .. script is null ? [] : new[] { ("Mcp:Servers:prueba:Command", $"node {script}") },
                .. settings.Select(setting => ($"Mcp:Servers:prueba:{setting.Key}", setting.Value)),
            ]);
        await product.Get<PluginRegistry>().LoadAsync();
        await product.IndexAsync();
        return product;
    }
}
