using AzuSena.Answering;
using AzuSena.Testing;

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

    [Theory]
    [InlineData("AnswerQuestion")]
    [InlineData("AnswerQuestion.corto")]
    public void AnswerQuestion_SentenceForWhatIsNotThere_IsTheOneOfTheProduct(string folder) =>
        File.ReadAllText(Path.Combine(Repository.Prompts, "Answering", folder, "skprompt.txt")).Should().Contain($": {AnswerTexts.Get("Abstained")}\n");
}
