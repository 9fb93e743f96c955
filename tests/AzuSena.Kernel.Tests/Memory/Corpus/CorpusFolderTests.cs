using AzuSena.Errors;
using AzuSena.Testing;

namespace AzuSena.Memory.Corpus;

public sealed class CorpusFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void List_Documents_AreInOrdinalOrderOfTheirPaths()
    {
        foreach (var path in new[] { "z.md", "b/ñ.md", "b/n.txt", "B.md", "a b.MD", "b/c/d/e.Txt", "b.md" })
        {
            _folder.Write(path, "Texto");
        }

        var files = CorpusFolder.List(_folder.Path);

        files.Keys.Should().Equal("B.md", "a b.MD", "b.md", "b/c/d/e.Txt", "b/n.txt", "b/ñ.md", "z.md");
        files.Should().OnlyContain(file => File.ReadAllText(file.Value.FullName) == "Texto");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("carpeta/readme.MD")]
    [InlineData(".oculto.md")]
    [InlineData(".carpeta/a.md")]
    [InlineData("a.markdown")]
    [InlineData("a.md.bak")]
    [InlineData("a.png")]
    [InlineData("documento.md.preguntas.yaml")]
    [InlineData("md")]
    public void List_WhatIsNoDocument_IsLeftOut(string path)
    {
        _folder.Write(path, "Texto");
        _folder.Write("documento.md", "Texto");

        CorpusFolder.List(_folder.Path).Keys.Should().Equal("documento.md");
    }

    [Fact]
    public void Look_FilesWithQuestions_BelongToTheDocumentBesideThem()
    {
        _folder.Write("b/informe.pdf", "Texto");
        _folder.Write("b/informe.pdf.preguntas.yaml", "Edad: ¿Sí?");
        _folder.Write("b/otro.md.PREGUNTAS.yaml", "Edad: ¿Sí?");
        _folder.Write(".preguntas.yaml", "Edad: ¿Sí?");

        var listing = CorpusFolder.Look(_folder.Path);

        listing.Files.Keys.Should().Equal("b/informe.pdf");
        listing.Questions.Keys.Should().Equal("b/informe.pdf", "b/otro.md");
        listing.QuestionsWithoutDocument.Should().ContainSingle().Which.Text.Should().Contain("falta «otro.md»");
    }

    [Fact]
    public void List_LinkToAFolder_IsNotFollowed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("fuera.md", "Texto");
        _folder.Write("dentro.md", "Texto");
        Directory.CreateSymbolicLink(_folder.Combine("fuera"), outside.Path);
        Directory.CreateSymbolicLink(_folder.Combine("circulo"), _folder.Path);

        CorpusFolder.List(_folder.Path).Keys.Should().Equal("dentro.md");
    }

    [Fact]
    public void List_FolderThatIsNamedLikeADocument_IsNoDocument()
    {
        _folder.Write("carpeta.md/a.md", "Texto");

        CorpusFolder.List(_folder.Path).Keys.Should().Equal("carpeta.md/a.md");
    }

    [Fact]
    public void List_MissingFolder_NamesItAndItsVariable() => Listing(_folder.Combine("nada"))
        .Should().Throw<AzuSenaException>().Which.ForOperator.Should().Match("No existe la carpeta*/nada»*CORPUS_DIR*");

    [Fact]
    public void List_FileInPlaceOfFolder_IsMissing() =>
        Listing(_folder.Write("a.md", "Texto")).Should().Throw<AzuSenaException>().Which.Code.Should().Be(ErrorCode.CorpusUnavailable);

    [Fact]
    public void List_NoDocuments_NamesTheFolderAndTheEndings()
    {
        _folder.Write("README.md", "Texto");

        Listing(_folder.Path).Should().Throw<AzuSenaException>().Which.ForOperator.Should().Match("*no contiene archivos .md, .txt,*CORPUS_DIR*");
    }

    public void Dispose() => _folder.Dispose();

    private static Action Listing(string folder) => () => CorpusFolder.List(folder);
}
