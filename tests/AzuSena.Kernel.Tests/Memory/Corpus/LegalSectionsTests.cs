using AzuSena.Memory.Corpus;
using AzuSena.Tests.Memory.Corpus.Formats;

namespace AzuSena.Tests.Memory.Corpus;

public sealed class LegalSectionsTests
{
    private const string Law = """
        LEY 30 DE 2020

        Por la cual se dictan normas.

        CAPÍTULO I Disposiciones generales

        Artículo 1. Objeto. Esta ley regula la formación.

        Parágrafo. Lo dicho en el artículo 2 de esta ley también vale.

        Artículo 2º. Alcance. Aplica a todos.

        CAPÍTULO II Reformas

        Artículo 3. Modifíquese el artículo 9 de la Ley 10 de 1990, el cual quedará así:

        Artículo 9. El texto nuevo.

        Artículo 4. Vigencia. Rige desde su publicación.
        """;

    [Fact]
    public void Cut_Law_IsASectionToAnArticle()
    {
        var document = FormatSamples.Read("norma.txt", Law);

        document.Sections.Select(section => section.Locator?.Text ?? "").Should().Equal(
            "", "artículo 1 de la ley 30 de 2020", "artículo 2 de la ley 30 de 2020", "artículo 3 de la ley 30 de 2020", "artículo 4 de la ley 30 de 2020");
        document.Sections[1].HeadingPath.Should().Equal("CAPÍTULO I Disposiciones generales", "Artículo 1. Objeto");
        document.Sections[1].Lines.Should().HaveCount(2, "the paragraph belongs to its article");
        document.Sections[3].HeadingPath.Should().StartWith("CAPÍTULO II Reformas");
        document.Sections[3].Lines.Should().HaveCount(2, "an article that is quoted belongs to the one that quotes it");
    }

    [Fact]
    public void Cut_Law_MakesNoPassageOfTwoArticles()
    {
        var passages = Chunker.Cut(FormatSamples.Read("norma.txt", Law));

        passages.Where(passage => passage.Locator?.Rule is not null).Should().HaveCount(4)
            .And.OnlyContain(passage => passage.Text.StartsWith("Artículo " + passage.Locator!.Rule!.Article));
    }

    [Fact]
    public void Cut_MarkdownWithArticlesAsHeadings_KeepsTheirText()
    {
        var document = FormatSamples.Read("ley-5-de-2001.md", "# Ley 5 de 2001\n\n## Artículo 1. Objeto\n\nUno.\n\n## Artículo 2. Fin\n\nDos.\n");

        document.Sections.Select(section => $"{section.Locator!.Rule!.Article}: {section.Lines[^1]}").Should().Equal("1: Uno.", "2: Dos.");
    }

    [Fact]
    public void Cut_PdfOfALaw_KnowsArticleAndPage()
    {
        var content = FormatSamples.Pdf(
            [(50, 700, "LEY 7 DE 2002"), (50, 600, "ARTICULO 1. Uno de la norma."), (50, 500, "ARTICULO 2. Dos de la norma que sigue")],
            [(50, 700, "en la otra hoja."), (50, 600, "ARTICULO 3. Tres de la norma.")]);

        FormatSamples.Read("documento.pdf", content).Sections.Where(section => section.Locator!.Rule is not null).Select(section => section.Locator!.Text)
            .Should().Equal(
            "artículo 1 de la ley 7 de 2002 (página 1)", "artículo 2 de la ley 7 de 2002 (página 1)", "artículo 3 de la ley 7 de 2002 (página 2)");
    }

    [Fact]
    public void Cut_ProseAboutALaw_StaysAsItIs() =>
        FormatSamples.Read("ley-30.md", "# Ley 30\n\nEl artículo 1 define el objeto.\n\nArtículo 2 y siguientes dicen más.\n")
            .Sections.Should().ContainSingle().Which.Locator.Should().BeNull();
}
