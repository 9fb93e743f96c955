using AzuSena.Questions;
using AzuSena.Support;

namespace AzuSena.Answering.Ranking;

public sealed class QuotablePassageTests
{
    private const string Text = """
        Primera oración. Segunda oración.
        Tercera, en otro párrafo.
        ## Cuánto dura
        Dura dos años. Por eso es largo.
        Piden:
        - La cédula.
        - El diploma.
        Después de la lista.
        """;

    [Fact]
    public void Units_Passage_AreItsSentencesAndLists() => Passage().Units.Select(unit => unit.Text).Should().Equal(
        "Primera oración.", "Segunda oración.", "Tercera, en otro párrafo.", "Dura dos años.", "Por eso es largo.", "Piden:\n- La cédula.\n- El diploma.",
        "Después de la lista.");

    [Fact]
    public void Paragraph_Units_AreTogetherUnlessALineOrAListIsBetween() => Passage().Units.Select(unit => unit.Paragraph).Should().Equal(0, 0, 2, 3, 3, 5, 6);

    [Fact]
    public void Heading_Units_AreUnderTheNearest() =>
        Passage().Units.Select(unit => unit.Heading).Should().Equal(
            "Sección", "Sección", "Sección", "## Cuánto dura", "## Cuánto dura", "## Cuánto dura", "## Cuánto dura");

    [Fact]
    public void HeadingKind_HeadingThatAsks_IsItsKind()
    {
        var units = Passage().Units;

        units[0].HeadingKind.Should().BeNull();
        units[3].HeadingKind.Should().Be(QuestionKind.Duration);
        units[3].HeadingStems.Should().Equal("dur");
    }

    [Fact]
    public void Section_Unit_IsWhatStandsUnderItsHeading()
    {
        var passage = Passage();

        passage.Section(passage.Units[1]).Should().Equal(passage.Units.Take(3));
        passage.Section(passage.Units[4]).Should().Equal(passage.Units.Skip(3));
    }

    [Fact]
    public void RefersBack_Units_AreThoseThatNeedTheOneBefore() =>
        Passage().Units.Where(unit => unit.RefersBack).Select(unit => unit.Text).Should().Equal("Por eso es largo.", "Después de la lista.");

    [Fact]
    public void Stems_List_AreThoseOfAllItsPartsAndEachPartsOwn()
    {
        var list = Passage().Units[5];

        list.PartStems.Should().HaveCount(3);
        list.Stems.Should().BeEquivalentTo(list.PartStems.SelectMany(part => part));
    }

    [Fact]
    public void Units_PassageWithoutHeading_HaveNone()
    {
        var unit = new QuotablePassage(Samples.Passage("Una oración.", "Título del documento")).Units.Should().ContainSingle().Subject;

        unit.Heading.Should().BeNull();
        unit.HeadingStems.Should().BeEmpty();
        unit.HeadingKind.Should().BeNull();
    }

    [Fact]
    public void Title_Document_IsStemmed() => Passage().Title.Should().BeEquivalentTo("titul", "document");

    [Fact]
    public void Units_EmptyPassage_AreNone() => new QuotablePassage(Samples.Passage("")).Units.Should().BeEmpty();

    private static QuotablePassage Passage() => new(Samples.Passage(Text.ReplaceLineEndings("\n"), "Título del documento", headings: ["Capítulo", "Sección"]));
}
