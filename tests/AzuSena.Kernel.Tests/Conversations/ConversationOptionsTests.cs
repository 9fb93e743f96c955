using AzuSena.Conversations;
using AzuSena.Testing;

namespace AzuSena.Tests.Conversations;

public sealed class ConversationOptionsTests
{
    [Theory]
    [InlineData("Conversations:RetentionDays", "0", "Conversations__RetentionDays")]
    [InlineData("Conversations:MaxTurns", "0", "Conversations__MaxTurns")]
    [InlineData("Conversations:PromptTurns", "51", "Conversations__PromptTurns")]
    [InlineData("Conversations:PromptCharacters", "199", "Conversations__PromptCharacters")]
    public async Task Options_OutOfRange_NameTheVariable(string key, string value, string variable)
    {
        using var corpus = new TemporaryFolder();
        await using var product = new TestProduct(corpus.Path, settings: (key, value));

        product.Invoking(it => it.Get<ConversationStore>()).Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>()
            .WithMessage($"*{variable}*");
    }
}
