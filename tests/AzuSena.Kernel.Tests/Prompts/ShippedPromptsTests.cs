using AzuSena.Answering;
using AzuSena.Answering.Generation.Contract;
using AzuSena.Prompts.Budget;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>The prompts in the repository, with the plugins of the product.</summary>
public sealed class ShippedPromptsTests
{
    [Fact]
    public async Task Library_TheProductAsItIs_HasNoProblemAndTheVariantOfTheDocs()
    {
        await using var product = new TestProduct(Repository.Corpus);

        var library = product.Get<PromptLibrary>();

        library.Problems.Should().BeEmpty();
        library.Get(WalkPrompts.AnswerQuestion, "corto").Tokens.Should().BeLessThan(library.Get(WalkPrompts.AnswerQuestion).Tokens);
    }

    [Fact]
    public async Task Library_ThePromptsOfTheWalk_AreFunctionsOfTwoPlugins()
    {
        await using var product = new TestProduct(Repository.Corpus);

        WalkPrompts.All.Select(prompt => product.Get<PromptLibrary>().Get(prompt.Name).Function)
            .Select(function => $"{function.PluginName}.{function.Name}").Should().Equal(
            "answering.AnswerQuestion", "answering.RewriteQuestion", "answering.SmallTalk", "answering.JudgeSentence", "conversations.Title");
    }

    [Fact]
    public async Task AnswerQuestion_Functions_AreThoseOfPluginsThatShip()
    {
        await using var product = new TestProduct(Repository.Corpus);
        var prompt = product.Get<PromptLibrary>().Get(WalkPrompts.AnswerQuestion);
        var arguments = new KernelArguments { ["passages"] = "", ["history"] = "", ["question"] = "¿Qué?" };

        var options = (await prompt.RenderAsync(product.Get<Kernel>(), arguments)).Options;

        prompt.Functions.Should().NotBeEmpty().And.OnlyContain(name => name.StartsWith("calendar.") || name.StartsWith("sena."));
        options.Tools.Should().HaveCount(prompt.Functions.Count, "each of them exists");
        prompt.ToolTokens(product.Get<Kernel>()).Should().BePositive();
    }

    [Theory]
    [InlineData("¿Cuánto dura el contrato de aprendizaje?", 600)]
    [InlineData("larga", 6000)]
    public async Task Corto_ManyLongPassages_FitsItsTokensUnlessTheQuestionLeavesNoRoom(string question, int most)
    {
        await using var product = new TestProduct(Repository.Corpus);
        var text = string.Join(' ', Enumerable.Repeat("El contrato de aprendizaje dura como máximo tres años.", 40));
        var asked = question == "larga" ? string.Join(' ', Enumerable.Repeat("contrato de aprendizaje", 60)) : question;
        var call = new PromptInvocation(product.Get<PromptLibrary>().Get(WalkPrompts.AnswerQuestion, "corto"))
        {
            Data = new PromptData(
                new ContextBudget(8192, 1024), asked, [.. Enumerable.Range(0, 5).Select(i => Samples.Passage(text, $"Título {i}", position: i))], History: [])
            {
                NeedsPassages = true,
            },
        };

        await call.RenderAsync(product.Get<Kernel>());

        call.Fitted!.Kept.Should().NotBeEmpty();
        call.Fitted.Tokens.Should().BeLessThanOrEqualTo(most);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".corto")]
    public void AnswerQuestion_WhatNeverChanges_StandsFirst(string variant)
    {
        var template = File.ReadAllText(Path.Combine(Repository.Prompts, "Answering", $"AnswerQuestion{variant}", "skprompt.txt"));

        // Model servers keep what they computed for the part that two prompts begin with.
        template.IndexOf("{{$", StringComparison.Ordinal).Should().BeGreaterThan(template.Length / 2);
    }

    [Theory]
    [InlineData("AnswerQuestion")]
    [InlineData("AnswerQuestion.corto")]
    public void AnswerQuestion_LineForWhatIsMissing_IsTheOneThatIsRead(string folder) =>
        File.ReadLines(Path.Combine(Repository.Prompts, "Answering", folder, "skprompt.txt"))
            .Should().ContainSingle(line => line.Contains(": Falta: ", StringComparison.Ordinal))
            .Which.Split(": ", 2)[1].Should().Match<string>(line => MissingPart.Read(line) == "cuánto cuesta");

    [Theory]
    [InlineData("AnswerQuestion")]
    [InlineData("AnswerQuestion.corto")]
    public void AnswerQuestion_SentenceForWhatIsNotThere_IsTheOneOfTheProduct(string folder) =>
        File.ReadAllText(Path.Combine(Repository.Prompts, "Answering", folder, "skprompt.txt")).Should().Contain($": {AnswerTexts.Get("Abstained")}\n");
}
