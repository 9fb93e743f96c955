using AzuSena.Memory.Storage;
using AzuSena.Memory.Translation;
using AzuSena.Passages;
using AzuSena.Support;

namespace AzuSena.Memory.Reading;

public sealed class PassageTranslationTests
{
    [Fact]
    public async Task Translate_Passage_GivesEachUnitWithItsHeadingAndPartsWithoutMarks()
    {
        var passage = Samples.Passage("Uno.\n## Dos\nTres:\n- Cuatro.\n- Cinco.", "Título");

        var english = await TranslateAsync(passage);

        english.Should().BeEquivalentTo(
            [new EnglishUnit("TÍTULO", ["UNO."]), new EnglishUnit("DOS", ["TRES:", "CUATRO.", "CINCO."])], options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task Translate_PassageBelowHeadings_BeginsUnderTheInnermost() =>
        (await TranslateAsync(Samples.Passage("Uno.", "Título", headings: ["Fuera", "Dentro"])))[0].Heading.Should().Be("DENTRO");

    [Fact]
    public async Task Translate_AnyPassage_HasAsManyUnitsAsCanBeQuoted()
    {
        const string Text = "## A\nUno. Dos.\n- Tres\n- Cuatro\n## B\n## C\nPiden:\n- Cinco.\n- Seis. Siete.\nOcho";

        (await TranslateAsync(Samples.Passage(Text))).Should().HaveCount(PassageUnits.Split(Text).Count);
    }

    [Fact]
    public async Task Translate_SameTextTwice_IsTranslatedOnce()
    {
        var translator = new Capitals();

        await PassageTranslation.TranslateAsync([Samples.Passage("Uno. Uno."), Samples.Passage("Uno.")], translator, CancellationToken.None);

        translator.Texts.Should().BeEquivalentTo(["Documento", "Uno."]);
    }

    private static async Task<IReadOnlyList<EnglishUnit>> TranslateAsync(Passage passage) =>
        (await PassageTranslation.TranslateAsync([passage], new Capitals(), CancellationToken.None))[0];

    private sealed class Capitals : ITranslator
    {
        public List<string> Texts { get; } = [];

        public Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
        {
            Texts.AddRange(texts);
            return Task.FromResult<IReadOnlyList<string>>([.. texts.Select(text => text.ToUpperInvariant())]);
        }
    }
}
