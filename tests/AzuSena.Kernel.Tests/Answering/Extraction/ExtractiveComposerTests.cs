using AzuSena.Answering.Ranking;
using AzuSena.Answers;
using AzuSena.Passages;
using AzuSena.Support;

namespace AzuSena.Answering.Extraction;

public sealed class ExtractiveComposerTests
{
    [Fact]
    public async Task ComposeAsync_TwoPassages_NumbersThemInOrder()
    {
        var search = Samples.Search(
            "contrato empresa", Samples.Passage("El contrato con la empresa dura poco."), Samples.Passage("La empresa firma otro contrato.", path: "b.md"));
        search = search with { Hits = [.. search.Hits.Select(hit => hit with { Score = 1 })] };

        var parts = await Compose(new AnswerMaterial("q", Question.Create("contrato con la empresa"), search, []));

        Text(parts).Should().Be("El contrato con la empresa dura poco. [1]\n\nLa empresa firma otro contrato. [2]");
        Citations(parts).Select(citation => citation.Number).Should().Equal(1, 2);
    }

    [Fact]
    public async Task ComposeAsync_Lead_EndsBeforeTheRest()
    {
        var parts = await Compose(
            "¿Cuánto dura el contrato?",
            Samples.Passage("El contrato lo firma la empresa. El contrato dura 36 meses. El contrato de un técnico dura menos."));

        parts[0].Should().BeOfType<AnswerPiece>().Which.Text.Should().Be("El contrato dura 36 meses. [1]");
        parts[1].Should().BeOfType<AnswerLeadEnded>();
        parts[2].Should().BeOfType<AnswerPiece>();
        parts.OfType<AnswerLeadEnded>().Should().ContainSingle();
    }

    [Fact]
    public async Task ComposeAsync_OneQuestionAnswered_IsComplete() =>
        (await Compose("contrato", Samples.Passage("El contrato dura poco.")))[^1].Should().BeOfType<AnswerRest>()
            .Which.Completeness.Should().Be(Completeness.Complete);

    [Fact]
    public async Task ComposeAsync_ThingAskedIsNotThere_SaysSoAndIsPartial()
    {
        var parts = await Compose("¿Cuánto dura el contrato?", Samples.Passage("El contrato se firma con la empresa."));

        Text(parts).Should().Be(
            "No encontré ese dato exacto. Lo más cercano que dicen los documentos: El contrato se firma con la empresa. [1]");
        parts[^1].Should().BeOfType<AnswerRest>().Which.Completeness.Should().Be(Completeness.Partial);
    }

    [Fact]
    public async Task ComposeAsync_Comparison_LeadsWithALineForEachSide()
    {
        var parts = await Compose(
            "¿En qué se diferencian la queja y el reclamo?",
            Samples.Passage("La queja es por la conducta de un servidor. El reclamo es por un servicio que no se prestó."));

        Text(parts.TakeWhile(part => part is not AnswerLeadEnded)).Should().Be(
            "La queja es por la conducta de un servidor.\n\nEl reclamo es por un servicio que no se prestó. [1]");
    }

    [Fact]
    public async Task ComposeAsync_PartNotAnswered_IsNamedOnItsOwnLine()
    {
        var search = Samples.Search("contrato biblioteca", Samples.Passage("El contrato dura dos años."));
        var parts = await Compose(new AnswerMaterial("q", Question.Create("¿Cuánto dura el contrato y quién lleva la biblioteca?"), search, [])
        {
            Parts =
            [
                new AskedPart("¿Cuánto dura el contrato?", 0.9, IsAnswered: true, QuoteRanking.Of("¿Cuánto dura el contrato?", search)),
                new AskedPart("¿Quién lleva la biblioteca?", 0.1, IsAnswered: false, QuoteRanking.Of("¿Quién lleva la biblioteca?", search)),
            ],
        });

        Text(parts).Should().Be("El contrato dura dos años. [1]\n\nNo encontré en los documentos la respuesta a «¿Quién lleva la biblioteca?».");
        parts[^1].Should().BeOfType<AnswerRest>().Which.Completeness.Should().Be(Completeness.Partial);
    }

    [Fact]
    public async Task ComposeAsync_PartsAnswered_LeadWithTheBestQuoteOfEach()
    {
        var search = Samples.Search(
            "contrato regionales", Samples.Passage("El contrato dura dos años."), Samples.Passage("El SENA tiene 33 regionales.", path: "b.md"));
        var parts = await Compose(new AnswerMaterial("q", Question.Create("¿Cuánto dura el contrato y cuántas regionales hay?"), search, [])
        {
            Parts = [.. new[] { "¿Cuánto dura el contrato?", "¿Cuántas regionales hay?" }
                .Select(text => new AskedPart(text, 0.9, true, QuoteRanking.Of(text, search)))],
        });

        Text(parts.TakeWhile(part => part is not AnswerLeadEnded)).Should().Be("El contrato dura dos años. [1]\n\nEl SENA tiene 33 regionales. [2]");
    }

    [Fact]
    public async Task ComposeAsync_PremiseThatThePassagesDeny_IsDeniedFirst()
    {
        var parts = await Compose("¿Por qué el SENA cobra la matrícula?",
            Samples.Passage("El SENA explica la matrícula y sus etapas.", path: "b.md"), Samples.Passage("La matrícula en el SENA es gratuita."));

        Text(parts).Should().StartWith("No. Los documentos dicen lo contrario: La matrícula en el SENA es gratuita. [1]");
    }

    [Theory]
    [InlineData("¿Se puede aplazar la matrícula?", "La matrícula se puede aplazar.", "Sí. La matrícula se puede aplazar. [1]")]
    [InlineData("¿La matrícula tiene costo?", "La matrícula no tiene costo.", "No. La matrícula no tiene costo. [1]")]
    [InlineData("matrícula", "La matrícula se puede aplazar.", "La matrícula se puede aplazar. [1]")]
    public async Task ComposeAsync_QuestionWhether_BeginsWithItsAnswer(string question, string text, string answer) =>
        Text(await Compose(question, Samples.Passage(text))).Should().Be(answer);

    [Fact]
    public async Task ComposeAsync_WhatElseWasFound_IsOfferedAndNotSaid()
    {
        var parts = await Compose("contrato", Samples.Passage($"Contrato {Quotes.Sentence("uno", 118)}"),
            Samples.Passage($"Contrato {Quotes.Sentence("dos", 118)}", path: "b.md", headings: "Otra"));

        var rest = parts[^1].Should().BeOfType<AnswerRest>().Subject;
        rest.More.Should().ContainSingle().Which.Quote.Should().StartWith("Contrato Dos");
        Text(parts).Should().NotContain("Contrato Dos");
    }

    [Fact]
    public async Task ComposeAsync_Citation_TellsWhereTheQuoteStands()
    {
        var passage = Samples.Passage("Antes va esto.\nEl contrato dura poco.", "Título", headings: ["Uno", "Dos"]);

        var citation = Citations(await Compose("contrato", passage)).First();

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

        var parts = await Compose("contrato de empresa", passages);

        var citations = Citations(parts).Concat(parts.OfType<AnswerRest>().Single().More).ToList();
        citations.Should().NotBeEmpty();
        foreach (var citation in citations)
        {
            var passage = passages.Single(it => it.Id == citation.PassageId);
            citation.Quote.Should().Be(passage.Text[citation.Start..citation.End]).And.NotContain(PassageText.HeadingMark);
        }
    }

    [Fact]
    public async Task ComposeAsync_NothingFound_GivesNoText() => Text(await Compose("contrato")).Should().BeEmpty();

    [Fact]
    public void Mode_Composer_IsExtractive() => new ExtractiveComposer().Mode.Should().Be("extractive");

    private static string Text(IEnumerable<AnswerPart> parts) =>
        string.Concat(parts.Select(part => (part as AnswerPiece)?.Text ?? (part as AnswerRemark)?.Text));

    private static IEnumerable<Citation> Citations(IEnumerable<AnswerPart> parts) =>
        parts.OfType<AnswerPiece>().Select(piece => piece.Citation).OfType<Citation>();

    private static Task<List<AnswerPart>> Compose(string question, params Passage[] passages) =>
        Compose(new AnswerMaterial("q", Question.Create(question), Samples.Search(question, passages), []));

    private static async Task<List<AnswerPart>> Compose(AnswerMaterial material)
    {
        var parts = new List<AnswerPart>();
        await foreach (var part in new ExtractiveComposer().ComposeAsync(material, CancellationToken.None))
        {
            parts.Add(part);
        }

        return parts;
    }
}
