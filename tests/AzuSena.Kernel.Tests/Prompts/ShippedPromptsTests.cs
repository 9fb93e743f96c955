using AzuSena.Answering;
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
    public async Task AnswerQuestion_Functions_AreNamedAndNotOfferedToTheModel()
    {
        await using var product = new TestProduct(Repository.Corpus);
        var prompt = product.Get<PromptLibrary>().Get(WalkPrompts.AnswerQuestion);
        var arguments = new KernelArguments { ["passages"] = "", ["history"] = "", ["question"] = "¿Qué?" };

        var options = (await prompt.RenderAsync(product.Get<Kernel>(), arguments)).Options;

        prompt.Functions.Should().Equal("memory.search", "memory.get_passage");
        prompt.ToolTokens(product.Get<Kernel>()).Should().Be(0);
        options.Tools.Should().BeNull();
        options.ToolMode.Should().BeNull();
    }

    [Theory]
    [InlineData("AnswerQuestion")]
    [InlineData("AnswerQuestion.corto")]
    public void AnswerQuestion_SentenceForWhatIsNotThere_IsTheOneOfTheProduct(string folder) =>
        File.ReadAllText(Path.Combine(Repository.Prompts, "Answering", folder, "skprompt.txt")).Should().Contain($": {AnswerTexts.Get("Abstained")}\n");
}
