using AzuSena.Support;

namespace AzuSena.Answering.Extraction;

public sealed class QuotedTextTests
{
    [Fact]
    public void Pieces_RunOfOnePassage_HasOneMark() =>
        Written("Uno es esto. Dos es eso.\nTres va aparte.").Should().Be("Uno es esto. Dos es eso.\n\nTres va aparte. [1]");

    [Fact]
    public void Pieces_List_StandsInItsOwnParagraph() =>
        Written("Uno es esto.\nPiden:\n- La cédula.\n- El diploma.\nDos es eso.").Should().Be(
            "Uno es esto.\n\nPiden:\n- La cédula.\n- El diploma.\n\nDos es eso. [1]");

    [Fact]
    public void Pieces_ItemByItself_LosesItsMark() => Written("- La cédula.").Should().Be("La cédula. [1]");

    [Fact]
    public void Pieces_SeveralPassages_KeepTheirNumbers()
    {
        var quotes = Quotes.Of((Samples.Passage("Uno. Otro."), [4, 2]), (Samples.Passage("Dos.", path: "b.md"), [3]));

        string.Concat(new QuotedText().Pieces(quotes).Select(piece => piece.Text)).Should().Be("Uno. [1]\n\nDos. [2]\n\nOtro. [1]");
    }

    [Fact]
    public void Pieces_SamePassageRankedForTwoParts_IsOneRun()
    {
        var (one, other) = (Quotes.Of("Uno es esto. Dos es eso.", 2, 1)[0], Quotes.Of("Uno es esto. Dos es eso.", 1, 2)[0]);

        string.Concat(new QuotedText().Pieces([one, other]).Select(piece => piece.Text)).Should().Be("Uno es esto. Dos es eso. [1]");
    }

    [Fact]
    public void Pieces_SecondCall_GoesOnInTheParagraphOnlyAsTheFirstEnded()
    {
        var quotes = Quotes.Of("Uno es esto. Dos es eso.", 2, 1);
        var text = new QuotedText();

        string.Concat(text.Pieces(quotes[..1]).Concat(text.Pieces(quotes[1..])).Select(piece => piece.Text)).Should().Be("Uno es esto. [1]\n\nDos es eso. [1]");
    }

    [Fact]
    public void Pieces_Preface_BeginsTheFirst()
    {
        var text = new QuotedText();

        text.Preface("No:");

        text.Pieces(Quotes.Of("Uno es esto.", 1)).Should().ContainSingle().Which.Text.Should().Be("No: Uno es esto. [1]");
    }

    [Fact]
    public void Cite_Quote_TellsWhereItStands()
    {
        var passage = Samples.Passage("Antes va esto.\n- El contrato dura poco.");

        var citation = new QuotedText().Cite(Quotes.Of((passage, [0, 1]))[0]);

        citation.Quote.Should().Be("- El contrato dura poco.");
        passage.Text[citation.Start..citation.End].Should().Be(citation.Quote);
        citation.Number.Should().Be(1);
    }

    private static string Written(string text) => string.Concat(new QuotedText().Pieces(Quotes.Of(text, 9, 8, 7)).Select(piece => piece.Text));
}
