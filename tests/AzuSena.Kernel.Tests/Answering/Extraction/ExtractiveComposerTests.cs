using AzuSena.Answers;
using AzuSena.Passages;
using AzuSena.Support;

namespace AzuSena.Answering.Extraction;

public sealed class ExtractiveComposerTests
{
    [Fact]
    public async Task ComposeAsync_TwoPassages_NumbersThemInOrder()
    {
        var pieces = await Compose("contrato empresa", Samples.Passage("El contrato con la empresa dura poco."),
            Samples.Passage("Otro contrato de otra empresa existe.", position: 1));

        Text(pieces).Should().Be("El contrato con la empresa dura poco. [1]\n\nOtro contrato de otra empresa existe. [2]");
        pieces.Select(piece => piece.Citation!.Number).Should().Equal(1, 2);
    }

    [Fact]
    public async Task ComposeAsync_SentencesOfOnePassage_StandInItsOrderUnderOneNumber()
    {
        var pieces = await Compose("contrato de la empresa", Samples.Passage("El contrato tiene reglas propias. El contrato lo paga la empresa."));

        Text(pieces).Should().Be("El contrato tiene reglas propias. [1] El contrato lo paga la empresa. [1]");
    }

    [Fact]
    public async Task ComposeAsync_ItemByItself_LosesItsMark()
    {
        var passage = Samples.Passage("- El contrato dura poco.");

        var piece = (await Compose("contrato", passage)).Should().ContainSingle().Subject;

        piece.Text.Should().Be("El contrato dura poco. [1]");
        piece.Citation!.Quote.Should().Be("- El contrato dura poco.");
    }

    [Fact]
    public async Task ComposeAsync_ListWithLeadIn_KeepsItsMarks() =>
        Text(await Compose("requisitos del contrato", Samples.Passage("Requisitos del contrato:\n- Ser mayor.\n- Tener empresa."),
            Samples.Passage("Nada que ver aquí.", position: 1)))
            .Should().Be("Requisitos del contrato:\n- Ser mayor.\n- Tener empresa. [1]");

    [Fact]
    public async Task ComposeAsync_SentenceAfterAList_StartsAParagraph() =>
        Text(await Compose("requisitos del contrato",
            Samples.Passage("Requisitos del contrato:\n- Ser mayor.\n- Tener empresa.\nLos requisitos del contrato cambian cada semestre.")))
            .Should().Be("Requisitos del contrato:\n- Ser mayor.\n- Tener empresa. [1]\n\nLos requisitos del contrato cambian cada semestre. [1]");

    [Fact]
    public async Task ComposeAsync_Citation_TellsWhereTheQuoteStands()
    {
        var passage = Samples.Passage("Antes va esto.\nEl contrato dura poco.", "Título", headings: ["Uno", "Dos"]);

        var citation = (await Compose("contrato", passage))[0].Citation!;

        citation.Should().BeEquivalentTo(new Citation(
            1, passage.Id, "Título", "Fuente", new DateOnly(2025, 6, 25), ["Uno", "Dos"], "El contrato dura poco.", 15, 37, "Uno › Dos"));
    }

    [Fact]
    public async Task ComposeAsync_AnyPassages_QuotesThemWordByWord()
    {
        var passages = new[]
        {
            Samples.Passage("## Contrato\nLos pasos del contrato:\n- Uno con empresa. Sigue.\n- Dos.\n## Fin\nEl contrato acaba."),
            Samples.Passage("¿Contrato? Sí. La empresa 😀 firma el contrato.", position: 1),
        };

        var pieces = await Compose("contrato de empresa", passages);

        pieces.Should().NotBeEmpty();
        foreach (var citation in pieces.Select(piece => piece.Citation!))
        {
            var passage = passages.Single(it => it.Id == citation.PassageId);
            citation.Quote.Should().Be(passage.Text[citation.Start..citation.End]).And.NotContain(PassageText.HeadingMark);
        }
    }

    [Fact]
    public async Task ComposeAsync_SentenceOfAParagraph_BringsTheRestOfIt() =>
        Text(await Compose("firma del contrato",
            Samples.Passage("Se hace por escrito. La firma del contrato es digital. Nadie la cobra.\nOtro párrafo va aparte.")))
            .Should().Be("Se hace por escrito. [1] La firma del contrato es digital. [1] Nadie la cobra. [1]");

    [Theory]
    [InlineData("¿Quiénes firman el contrato?", true)]
    [InlineData("¿Cuándo se firma el contrato?", false)]
    public async Task ComposeAsync_SeveralThingsAskedFor_BringsThePassagesList(string question, bool isListed)
    {
        var pieces = await Compose(question, Samples.Passage(
            "## Firma\nQuienes firman el contrato se presentan antes en 2025.\nLas partes son:\n- El aprendiz.\n- La empresa.\n## Fin\nNada más."));

        Text(pieces).Contains("- La empresa.", StringComparison.Ordinal).Should().Be(isListed);
    }

    [Fact]
    public async Task ComposeAsync_NothingFound_GivesNothing() => (await Compose("contrato")).Should().BeEmpty();

    [Fact]
    public void Mode_Composer_IsExtractive() => new ExtractiveComposer().Mode.Should().Be("extractive");

    private static string Text(IEnumerable<AnswerPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    private static async Task<List<AnswerPiece>> Compose(string question, params Passage[] passages)
    {
        var pieces = new List<AnswerPiece>();
        await foreach (var piece in new ExtractiveComposer()
            .ComposeAsync(new AnswerMaterial("q", Question.Create(question), Samples.Search(question, passages), []), CancellationToken.None))
        {
            pieces.Add((AnswerPiece)piece);
        }

        return pieces;
    }
}
