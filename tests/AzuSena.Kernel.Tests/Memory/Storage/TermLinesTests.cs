using AzuSena.Passages;
using AzuSena.Spanish;
using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Memory.Storage;

public sealed class TermLinesTests
{
    [Fact]
    public void Write_Passage_HasPlaceThenSentences()
    {
        var lines = TermLines.Write(
            Samples.Passage("El contrato dura poco tiempo. La empresa paga.\n- Un curso", "Contrato", headings: ["El contrato", "Duración"]));

        lines.Should().Be("contrat dur\ncontrat dur tiemp\nempres pag\ncurs");
    }

    [Fact]
    public void WriteQuestions_Passage_HasALineForEach() => TermLines.WriteQuestions(Samples.Passage("Texto.") with
    {
        Questions = [new SectionQuestions("Uno", ["¿Prestan libros?", "¿Pagan contratos?"]), new SectionQuestions("Dos", ["¿Cuánto dura?"])],
    }).Should().Be("prest libr\npag contrat\ndur");

    [Fact]
    public void Read_Lines_GivesTheirTerms() =>
        TermLines.Read("a b\n\nc").Select(terms => string.Join('|', terms)).Should().Equal("a|b", "", "c");

    [Property(Arbitrary = [typeof(Generators)])]
    public void Read_WhatWasWritten_HasALineForThePlaceAndEachSentence(SpanishText text) =>
        TermLines.Read(TermLines.Write(Samples.Passage(text.Value))).Should().HaveCount(1 + SentenceSplitter.Split(text.Value).Count);
}
