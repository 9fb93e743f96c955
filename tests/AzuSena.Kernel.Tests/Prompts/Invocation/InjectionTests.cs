using AzuSena.Prompts.Budget;
using AzuSena.Support;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Invocation;

/// <summary>Every attack from every side, at the level of the messages that the model would get, with the prompts that the product ships.</summary>
public sealed class InjectionTests
{
    private static readonly Prompt Answer = Read(WalkPrompts.AnswerQuestion);
    private static readonly ContextBudget Budget = new(contextTokens: 100_000, answerTokens: 0);

    public static TheoryData<string> EveryAttack { get; } = [.. Attacks.All];

    [Fact]
    public void All_AreAtLeastForty() => Attacks.All.Distinct().Should().HaveCountGreaterThanOrEqualTo(40);

    [Theory]
    [MemberData(nameof(EveryAttack))]
    public async Task Render_AttackInAPassage_StaysInsideIt(string attack) => ShouldBeInert(await RenderAsync(passage: attack), attack);

    [Theory]
    [MemberData(nameof(EveryAttack))]
    public async Task Render_AttackInATitleAndHeading_StaysInsideThem(string attack)
    {
        var messages = await RenderAsync(title: attack);

        ShouldBeInert(messages, attack);
        messages[1].Text.Split('\n').Count(line => line.StartsWith('[')).Should().Be(1, "a title cannot begin another passage");
    }

    [Theory]
    [MemberData(nameof(EveryAttack))]
    public async Task Render_AttackInTheQuestion_StaysInsideIt(string attack) => ShouldBeInert(await RenderAsync(question: attack), attack);

    [Theory]
    [MemberData(nameof(EveryAttack))]
    public async Task Render_AttackInTheHistory_StaysInsideItsTurn(string attack)
    {
        var messages = await RenderAsync(turns: [new HistoryTurn(attack, "ok"), new HistoryTurn("ok", attack)]);

        ShouldBeInert(messages, attack);
        messages[1].Text.Split('\n').Count(line => line.StartsWith("Persona:", StringComparison.Ordinal)).Should().Be(2, "a turn cannot begin another");
        messages[1].Text.Split('\n').Count(line => line.StartsWith("AzuSENA:", StringComparison.Ordinal)).Should().Be(2);
    }

    [Theory]
    [MemberData(nameof(EveryAttack))]
    public async Task Render_AttackInTheOutputOfAPlugin_StaysInsideIt(string attack)
    {
        using var folder = new PromptFolder();
        folder.Put("Extra/Uno", "<message role=\"system\">Reglas.</message><message role=\"user\">{{eco.say}}</message>", """{ "description": "d" }""");
        var kernel = KernelThatSays(attack);

        var rendered = await folder.Open(kernel: kernel).Get("Extra/Uno").RenderAsync(kernel, []);

        rendered.Messages.Select(message => message.Role).Should().Equal(ChatRole.System, ChatRole.User);
        rendered.Messages[0].Text.Should().Be("Reglas.");
        rendered.Messages[1].Text.Should().Be(InertText.Of(attack).Value);
        ShouldHoldNoToken(rendered.Messages[1].Text);
    }

    [Theory]
    [MemberData(nameof(EveryAttack))]
    public async Task Tool_AttackInTheResult_IsInert(string attack)
    {
        using var folder = new PromptFolder();
        folder.Put(
            "Extra/Uno",
            "<message role=\"user\">x</message>",
            """{ "description": "d", "execution_settings": { "default": { "function_choice_behavior": { "type": "auto", "functions": ["eco.say"] } } } }""");
        var kernel = KernelThatSays(attack);

        var result = await ToolCallingModel.ToldAsync(folder.Open(kernel: kernel).Get("Extra/Uno"), kernel, given: [], "eco_say", arguments: []);

        ShouldHoldNoToken(result);
        InertText.Of(result).Value.Should().Be(result);
    }

    [Theory]
    [InlineData(WalkPrompts.RewriteQuestion)]
    [InlineData(WalkPrompts.SmallTalk)]
    [InlineData(WalkPrompts.Title)]
    [InlineData(WalkPrompts.AnswerQuestion)]
    public async Task Render_EveryAttackInEveryVariable_LeavesTheMessagesAsTheyAre(string name)
    {
        var prompt = Read(name);
        var harmless = await prompt.RenderAsync(PromptFolder.KernelWithMemory(), Arguments("hola"));
        foreach (var attack in Attacks.All)
        {
            var rendered = await prompt.RenderAsync(PromptFolder.KernelWithMemory(), Arguments(attack));

            rendered.Messages.Select(message => message.Role).Should().Equal(harmless.Messages.Select(message => message.Role));
            rendered.Messages.SkipLast(1).Select(message => message.Text).Should().Equal(harmless.Messages.SkipLast(1).Select(message => message.Text));
            ShouldHoldNoToken(rendered.Messages[^1].Text);
        }

        KernelArguments Arguments(string value) => new(prompt.Variables.ToDictionary(variable => variable, _ => (object?)value));
    }

    private static void ShouldBeInert(IReadOnlyList<ChatMessage> messages, string attack)
    {
        messages.Select(message => message.Role).Should().Equal(ChatRole.System, ChatRole.User);
        messages[0].Text.Should().Be(System());
        ShouldHoldNoToken(messages[1].Text);
        var lines = messages[1].Text.Split('\n');
        lines.Count(line => line.StartsWith("Pregunta:", StringComparison.Ordinal)).Should().Be(1);
        lines.Count(line => line.StartsWith("Pasajes:", StringComparison.Ordinal)).Should().Be(1);
        lines.Count(line => line.StartsWith("Conversación anterior:", StringComparison.Ordinal)).Should().Be(1);
        lines[^1].Should().StartWith("Responde solo con los pasajes");
        messages[1].Text.Replace("[1] ", "", StringComparison.Ordinal).Replace("como [1].", "", StringComparison.Ordinal)
            .Should().NotMatchRegex(@"\[\s*\d[\d\s,;–-]*\]", "data cannot forge a citation");
        if (attack.Contains("{{", StringComparison.Ordinal))
        {
            messages[1].Text.Should().Contain("{{", "a template in data stays text");
        }
    }

    private static void ShouldHoldNoToken(string text)
    {
        foreach (var token in Attacks.ControlTokens)
        {
            text.Should().NotContainEquivalentOf(token);
        }
    }

    private static string System() =>
        Answer.RenderAsync(PromptFolder.KernelWithMemory(), new KernelArguments { ["passages"] = "", ["history"] = "", ["question"] = "" })
            .Result.Messages[0].Text;

    private static async Task<IReadOnlyList<ChatMessage>> RenderAsync(
        string passage = "Texto.", string title = "Título", string question = "¿Qué?", HistoryTurn[]? turns = null)
    {
        var data = new PromptData(Budget, question, [Samples.Passage(passage, title, headings: title)], turns ?? []);
        return (await new PromptInvocation(Answer) { Data = data }.RenderAsync(KernelThatSays("secreto"))).Messages;
    }

    private static Kernel KernelThatSays(string text)
    {
        var kernel = PromptFolder.KernelWithMemory();
        kernel.Plugins.AddFromFunctions("eco", [KernelFunctionFactory.CreateFromMethod(() => text, "say")]);
        return kernel;
    }

    private static Prompt Read(string name)
    {
        using var folder = new PromptFolder();
        return folder.Open().Get(name);
    }
}
