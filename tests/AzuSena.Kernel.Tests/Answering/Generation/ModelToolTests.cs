using System.Text.Json.Nodes;
using AzuSena.Answers;
using AzuSena.Prompts;
using AzuSena.Support;
using AzuSena.Testing.Models;

namespace AzuSena.Answering.Generation;

/// <summary>Tools that a model calls in an answer, limited to those that the prompt names.</summary>
public sealed class ModelToolTests : IDisposable
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";
    private static readonly JsonObject Date = new() { ["date"] = "2026-12-25" };

    private readonly PromptFolder _prompts = new();

    public ModelToolTests() => _prompts.Put("Answering/AnswerQuestion", config: """
        {
          "description": "Responde.",
          "input_variables": [ { "name": "passages" }, { "name": "history" }, { "name": "question" } ],
          "execution_settings": { "default": { "function_choice_behavior": { "type": "auto", "functions": ["calendar.is_holiday", "memory.search"] } } }
        }
        """);

    [Fact]
    public async Task Ask_CallsTool_IsToldAndAnswered()
    {
        await using var product = await StartAsync(CallOnce("calendar_is_holiday", Date));

        var events = await product.AskAsync(Asked);

        var called = events.OfType<ToolCalled>().Should().ContainSingle().Subject;
        called.Name.Should().Be("calendar_is_holiday");
        called.Arguments.GetProperty("date").GetString().Should().Be("2026-12-25");
        var returned = events.OfType<ToolReturned>().Should().ContainSingle().Subject;
        returned.Failed.Should().BeFalse();
        returned.Result.Should().Contain("Navidad");
        ModelAnswerTests.Completed(events).Response.Should().Be("Dura tres años [1].");
        product.Server.Requests[0].Body["tools"]!.AsArray().Select(tool => tool!["function"]!["name"]!.ToString())
            .Should().BeEquivalentTo("calendar_is_holiday", "memory_search");
        product.Server.Requests[1].Messages[^1].Should().StartWith("tool:").And.Contain("Navidad");
    }

    [Fact]
    public async Task Ask_SearchesAgain_ResultIsShortened()
    {
        await using var product = await StartAsync(CallOnce("memory_search", new JsonObject { ["query"] = "biblioteca" }));

        var returned = (await product.AskAsync(Asked)).OfType<ToolReturned>().Single();

        returned.Failed.Should().BeFalse();
        returned.Result!.Length.Should().BeLessThanOrEqualTo(2001);
    }

    [Theory]
    [InlineData("calendar_holidays", "Calendario")]
    [InlineData("inventada", null)]
    public async Task Ask_ToolThatThePromptDoesNotName_FailsAndTheAnswerGoesOn(string tool, string? title)
    {
        await using var product = await StartAsync(CallOnce(tool, []));

        var events = await product.AskAsync(Asked);

        events.OfType<ToolReturned>().Should().Equal(new ToolReturned(tool, Result: null, Failed: true, title));
        ModelAnswerTests.Completed(events).Response.Should().Be("Dura tres años [1].");
    }

    [Fact]
    public async Task Ask_ArgumentsThatDoNotFit_FailAndTheAnswerGoesOn()
    {
        await using var product = await StartAsync(CallOnce("calendar_is_holiday", new JsonObject { ["otra"] = 1 }));

        var events = await product.AskAsync(Asked);

        events.OfType<ToolReturned>().Single().Should().Be(new ToolReturned("calendar_is_holiday", Result: null, Failed: true, "Calendario"));
        ModelAnswerTests.Completed(events).Response.Should().Be("Dura tres años [1].");
    }

    [Fact]
    public async Task Ask_ArgumentsNestedTooDeep_AreNotShown()
    {
        JsonNode deep = "fin";
        for (var level = 0; level < 20; level++)
        {
            deep = new JsonArray(deep);
        }

        await using var product = await StartAsync(CallOnce("calendar_is_holiday", new JsonObject { ["date"] = deep }));

        (await product.AskAsync(Asked)).OfType<ToolCalled>().Single().Arguments.GetRawText().Should().Be("{}");
    }

    [Fact]
    public async Task Ask_TextAroundATool_IsNotRunTogether()
    {
        await using var product = await StartAsync(request => IsAfterTool(request)
            ? ModelScript.Of("Dura tres años [1].")
            : ModelScript.Of("Déjame ver.").Call("calendar_is_holiday", Date));

        ModelAnswerTests.Completed(await product.AskAsync(Asked)).Response.Should().Be("Déjame ver.\n\nDura tres años [1].");
    }

    [Fact]
    public async Task Ask_ModelWithoutTools_AnswersWithoutThem()
    {
        await using var product = await StartAsync(_ => ModelScript.Of("Dura tres años [1]."), ("Ollama:Model", "phi3:3.8b"));

        ModelAnswerTests.Completed(await product.AskAsync(Asked)).Response.Should().Be("Dura tres años [1].");

        product.Server.Requests.Single().Body.ContainsKey("tools").Should().BeFalse();
    }

    public void Dispose() => _prompts.Dispose();

    private static bool IsAfterTool(ModelRequest request) => request.Messages[^1].StartsWith("tool", StringComparison.Ordinal);

    private static Func<ModelRequest, ModelScript> CallOnce(string tool, JsonObject arguments) => request =>
        IsAfterTool(request) ? ModelScript.Of("Dura tres años [1].") : new ModelScript().Call(tool, arguments);

    private Task<ModelProduct> StartAsync(Func<ModelRequest, ModelScript> script, params (string, string)[] settings) =>
        ModelProduct.StartAsync(script, [("Prompts:Directory", _prompts.Path), .. settings]);
}
