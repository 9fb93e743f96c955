using System.Globalization;
using System.Resources;
using AzuSena.Languages;

namespace AzuSena.Answering;

public sealed class AnswerTextsTests
{
    [Fact]
    public void Get_English_HasEveryTextOfAnAnswer()
    {
        var names = new ResourceManager(typeof(AnswerTexts)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).ToList();

        // It stands within a model's Spanish.
        names.Remove("LinkRemoved").Should().BeTrue();
        names.Should().NotBeEmpty().And.AllSatisfy(name =>
            AnswerTexts.Get(name, AskedLanguage.English).Should().NotBeEmpty().And.NotBe(name is "No" ? "" : AnswerTexts.Get(name)));
    }
}
