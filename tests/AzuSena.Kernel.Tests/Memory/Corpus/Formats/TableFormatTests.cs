using AzuSena.Memory.Corpus;

namespace AzuSena.Tests.Memory.Corpus.Formats;

public sealed class TableFormatTests
{
    [Fact]
    public void Read_WorkbookWithTitleEmptyAndMergedRows_IsAPassageToARow()
    {
        var content = FormatSamples.Xlsx(
            [
                ["Programas de formación 2025"],
                [],
                ["Centro", "Programa", "Cupos"],
                ["Centro Norte", "Cocina", "30"],
                [null, "Panadería", "25"],
                [null, null, null],
                ["Centro Sur", "Soldadura", "20"],
            ],
            merged: "A4:A5");

        var sections = FormatSamples.Read("programas.xlsx", content).Sections;

        sections.Select(section => string.Join("; ", section.Lines)).Should().Equal(
            "Centro: Centro Norte; Programa: Cocina; Cupos: 30",
            "Centro: Centro Norte; Programa: Panadería; Cupos: 25",
            "Centro: Centro Sur; Programa: Soldadura; Cupos: 20");
        sections.Select(section => section.Locator!.Text).Should().Equal("hoja Datos, fila 4", "hoja Datos, fila 5", "hoja Datos, fila 7");
    }

    [Theory]
    [InlineData("fuente,articulo,tema,subtema,texto_del_articulo,categorias,resumen_explicativo")]
    [InlineData("FUENTE;Artículo;Tema;Subtema;Texto del artículo;Categorías;Resumen explicativo")]
    [InlineData("Fuente\tARTICULO\tTEMA\tSub-tema\tTEXTO-DEL-ARTÍCULO\tcategorias\tResumen_Explicativo")]
    public void Read_CsvWithTheColumnsOfALawTable_IsUnderstoodWhateverTheirSpelling(string header)
    {
        var separator = header.First(c => c is ',' or ';' or '\t');
        var row = string.Join(separator, "ley\u00A0100\u202Fde 1993", "48", "pensión", "monto", "la pensión será mínima.", "pensiones", "explica el monto");

        var section = FormatSamples.Read("normas.csv", $"{header}\n\n{row}\n").Sections.Should().ContainSingle().Subject;

        section.Locator!.Text.Should().Be("artículo 48 de la ley 100 de 1993 (fila 3)");
        section.HeadingPath.Should().Equal("ley 100 de 1993", "pensión", "monto");
        section.Lines.Should().HaveCount(3).And.StartWith("la pensión será mínima.");
    }

    [Fact]
    public void Read_CellsBeyondTheHeader_AreKept() =>
        FormatSamples.Read("a.csv", "fuente,articulo,texto_del_articulo\nley 1 de 2000,1,uno,dos,tres\n").Sections[0].Lines.Should().Equal(
            "uno", "dos", "tres");

    [Fact]
    public void Read_TableWithoutHeader_IsItsCells() =>
        FormatSamples.Read("a.csv", "1,2\n3,4\n").Sections.Select(section => string.Join('|', section.Lines)).Should().Equal("1|2", "3|4");

    [Fact]
    public void Read_UnclosedQuotationMark_IsBounded()
    {
        var reading = () => FormatSamples.Read("a.csv", "a,b\n\"" + new string('x', 3_000_000));

        reading.Should().Throw<DocumentException>();
    }

    [Fact]
    public void Read_Json_IsTablesAndLines()
    {
        var sections = FormatSamples.Read(
            "sedes.json", """{"entidad":"SENA","activa":true,"sedes":[{"nombre":"Norte","dir":{"ciudad":"Cali"}},{"nombre":"Sur","cupos":30}]}""").Sections;

        sections[0].Lines.Should().Equal("entidad: SENA", "activa: sí");
        sections[1].HeadingPath.Should().Equal("sedes");
        sections[1].Lines.Should().Equal("Nombre: Norte", "Dir ciudad: Cali");
        sections[2].Lines.Should().Equal("Nombre: Sur", "Cupos: 30");
        sections[2].Locator!.Text.Should().Be("fila 2");
    }

    [Fact]
    public void Read_JsonLinesOfAKnownTable_UsesItsMapping()
    {
        var document = FormatSamples.Read("faq.jsonl", """
            {"pregunta": "¿Qué es el SENA?", "respuesta": "Una entidad pública."}

            {"pregunta": "¿Cuesta?", "respuesta": "No."}
            """);

        document.Info.Title.Should().Be("Preguntas frecuentes");
        document.Sections.Select(section => section.Locator!.Row).Should().Equal(1, 3);
        document.Sections[1].HeadingPath.Should().Equal("¿Cuesta?");
        document.Sections[1].Lines.Should().Equal("No.");
    }

    [Theory]
    [InlineData("a.json", "{\"a\":1", 1)]
    [InlineData("a.json", "[\n1,\n}", 3)]
    [InlineData("a.jsonl", "\n{\"a\":\nno", 2)]
    public void Read_BrokenJson_NamesTheLine(string path, string content, int line)
    {
        var reading = () => FormatSamples.Read(path, content);

        reading.Should().Throw<DocumentException>().WithMessage("El archivo no es JSON válido.").Which.Line.Should().Be(line);
    }

    [Fact]
    public void Read_DeepJson_IsRefused()
    {
        var reading = () => FormatSamples.Read("a.json", new string('[', 100_000));

        reading.Should().Throw<DocumentException>();
    }

    [Fact]
    public void Read_JsonObjectsThatShareNoKeys_AreBounded()
    {
        var objects = Enumerable.Range(0, 5_000).Select(i => $"{{\"k{i}\":1}}");
        var reading = () => FormatSamples.Read("a.json", $"[{string.Join(',', objects)}]");

        reading.Should().Throw<DocumentException>().WithMessage("La tabla pasa de 5000000 celdas.");
    }
}
