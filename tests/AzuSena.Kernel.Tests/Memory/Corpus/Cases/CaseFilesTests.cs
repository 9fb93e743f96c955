using AzuSena.Memory.Corpus;
using AzuSena.Passages;
using AzuSena.Testing;

namespace AzuSena.Tests.Memory.Corpus.Cases;

/// <summary>Small files that readers of documents commonly get wrong, each with what a person reads in them.</summary>
public sealed class CaseFilesTests
{
    [Theory]
    [InlineData(
        "gap260.pdf",
        "El Ministerio del Ambiente aprueba, mediante Resolución Ministerial N° 107-2021-MINAM, el reglamento correspondiente que establecerá "
        + "interinstitucionalmente responsabilidades extraordinarias, descentralizadamente.")]
    [InlineData(
        "tahoma.pdf",
        "Artículo 1°. Objeto. El presente reglamento tendrá como fundamento el respeto a la dignidad de cada aprendiz, la igualdad de trato y la convivencia "
        + "pacífica en los centros de formación y en todas sus sedes del país.")]
    [InlineData("04-twohead.xlsx", "Programa: Cocina|Jornada Mañana: 08:00|Jornada Tarde: 14:00|Valor: 10")]
    [InlineData("06-years.xlsx", "Regional: Cauca|2023: 80|2024: 95|Regional: Nariño|2023: 60|2024: 75")]
    [InlineData("years.csv", "Programa: Cocina|2023: alta|2024: baja|Programa: Mecánica|2023: media|2024: alta")]
    [InlineData("dup.csv", "Centro: CBA|Teléfono: 6011234|Teléfono 2: 6015678")]
    [InlineData(
        "05-span.html", "- Regional: Antioquia; Centro: Comercio; Cupos: 120|- Regional: Antioquia; Centro: Salud; Cupos: 80|- Regional: Total; Cupos: 200")]
    [InlineData("05-nested.docx", "- Nivel: Técnico; Detalle: Meses: 12, Horas: 2208")]
    [InlineData("01-textbox.docx", "Párrafo antes del cuadro.|Horario: lunes a viernes de 8 a 5.|Sede Salitre.|Párrafo después.")]
    [InlineData("02-footnote.docx", "El apoyo es de medio salario¹.|¹ Nota: no aplica a víctimas del conflicto.")]
    [InlineData("04-tracked.docx", "El plazo es de 45 días.|Texto movido.")]
    [InlineData("09-dur.xlsx", "Curso: Excel|Duración: 36:00|Mes: mayo 2025")]
    [InlineData("12-hours.xlsx", "Centro: CBA|Lunes: 8:00 AM|Martes: 18:00")]
    [InlineData("02-hidden.xlsx", "Centro: CBA|Ciudad: Mosquera")]
    [InlineData("01-phantom.xlsx", "Programa: Cocina|Ciudad: Cali")]
    [InlineData("02-strict.xlsx", "Programa: Cocina|Ciudad: Cali")]
    [InlineData("04-layout.html", "Tener cédula.|## Plazos|Del 1 al 5.")]
    [InlineData("13-del.html", "El plazo es 45 días; derogado.")]
    [InlineData("23-table.md", "- Nivel: Técnico; Duración: 12 meses|- Nivel: Tecnólogo; Duración: 24 meses")]
    [InlineData("25-lists.md", "1. Primero|2. Segundo|- Sub a|- Sub b|3. Tercero|- [ ] Tarea pendiente|- [x] Tarea hecha")]
    [InlineData("26-footnote.md", "El apoyo vale medio salario¹.|¹ Artículo 41 de la Ley 789.")]
    [InlineData("16-hr.md", "Un texto que empieza con una línea horizontal y no con encabezado.|Otro texto tras otra línea.")]
    [InlineData(
        "lista.txt", "Pasos para inscribirse|1. Entre a SofiaPlus|2. Cree su cuenta|3. Elija el programa|Horario: lunes a viernes|Sede: Salitre")]
    [InlineData(
        "07-table.pdf",
        "- Programa: Técnico en Cocina; Duración: 12 meses; Cupos: 30; Sede: Cali Norte"
        + "|- Programa: Tecnólogo en ADSO; Duración: 24 meses; Cupos: 40; Sede: Bogotá Salitre"
        + "|- Programa: Operario en Confección; Duración: 6 meses; Cupos: 25; Sede: Medellín Centro")]
    [InlineData("one.json", "Texto: Uno|Texto: Dos")]
    [InlineData("text.jsonl", "Text: La etapa productiva dura seis meses.|Text: El apoyo de sostenimiento es del 75 %.")]
    [InlineData("sh.md", "La calificación del portafolio se publica en mayo. El aprobatorio mínimo es 3,5.")]
    public void Read_File_SaysWhatAPersonReads(string file, string lines) =>
        string.Join('|', Passages(file).SelectMany(passage => passage.Text.Split('\n'))).Should().StartWith(lines);

    [Theory]
    [InlineData("01-types.xlsx", "Hora: 12:00")]
    [InlineData("01-types.xlsx", "Valor: $1.300.000,50")]
    [InlineData("01-types.xlsx", "Porcentaje: 4,5%")]
    [InlineData("01-types.xlsx", "Valor: 0,3")]
    [InlineData("01-types.xlsx", "Programa: 0001234")]
    [InlineData("forms2.csv", "Nombre: Ana")]
    [InlineData("08-fakebold.pdf", "Requisitos de ingreso a la formación")]
    [InlineData("16-small.pdf", "El apoyo equivale a medio salario ¹ mensual y se paga")]
    [InlineData("17-form.pdf", "Valor escrito en el formulario")]
    public void Read_File_HasTheText(string file, string text) => string.Join('\n', Passages(file).Select(passage => passage.Text)).Should().Contain(text);

    [Theory]
    [InlineData("08-fakebold.pdf", "Requisitos Requisitos")]
    [InlineData("09-hidden.docx", "secreto")]
    [InlineData("02-hidden.xlsx", "1234")]
    [InlineData("05-twofoot.pdf", "GD-F-011")]
    [InlineData("05-twofoot.pdf", "Acuerdo 9")]
    public void Read_File_LeavesOut(string file, string text) => Passages(file).Should().NotContain(passage => passage.Text.Contains(text));

    [Theory]
    [InlineData("01-colon.md", "Etapa productiva: guía para aprendices")]
    [InlineData("05-trailing.md", "Espacio tras los guiones")]
    [InlineData("12-badtitle.docx", "12 badtitle")]
    [InlineData("13-title.pdf", "13 title")]
    public void Read_File_HasTheTitle(string file, string title) => Passages(file)[0].Document.Title.Should().Be(title);

    [Theory]
    [InlineData("compilacion-parrafos.txt", "artículo 2 de la ley 990 de 2031", "Artículo 2. Plazo. El préstamo dura ocho días.")]
    [InlineData("compilacion-parrafos.txt", "artículo 2 del decreto 77 de 2032", "Artículo 2. Multa. Quien no devuelva la herramienta paga su valor.")]
    [InlineData("compilacion-lineas.txt", "artículo 2 de la ley 990 de 2031", "Artículo 2. Plazo. El préstamo dura ocho días.")]
    [InlineData("compilacion-lineas.txt", "artículo 2 del decreto 77 de 2032", "Artículo 2. Multa. Quien no devuelva la herramienta paga su valor.")]
    [InlineData("indice.pdf", "artículo 2 de la ley 990 de 2031 (página 1)", "Articulo 2. Plazo. El prestamo dura ocho dias habiles.")]
    [InlineData("cabecera.pdf", "artículo 2 de la ley 990 de 2031 (página 1)", "Articulo 2. Plazo. El prestamo dura ocho dias.")]
    [InlineData("CodigodeConvivenciaEscolar.txt", "artículo 2 del Código de Convivencia Escolar", "Artículo 2. Silencio. En la biblioteca se guarda silencio.")]
    public void Read_Law_HasTheArticleOnce(string file, string locator, string text) =>
        Passages(file).Where(passage => passage.Locator?.Text == locator).Select(passage => passage.Text).Should().Equal(text);

    [Theory]
    [InlineData("05-mixedscan.pdf", "pages_without_text", "*páginas: 2-5.*")]
    [InlineData("02-hidden.xlsx", "hidden_sheets", "*Secreta, MuySecreta*")]
    [InlineData("02-hidden.xlsx", "hidden_rows", "*: 1.*")]
    public void Read_File_NamesWhatWasLeftOut(string file, string rule, string text) =>
        Read(file).Notes.Should().ContainSingle(note => note.Rule == rule).Which.Text.Should().Match(text);

    [Fact]
    public void Read_FontWithoutCharacters_IsNotIndexedAsGibberish() =>
        FluentActions.Invoking(() => Read("04-notounicode.pdf")).Should().Throw<DocumentException>().WithMessage("*fuente sin tabla de caracteres*");

    private static List<Passage> Passages(string file) => Chunker.Cut(Read(file));

    private static CorpusDocument Read(string file) => DocumentReader.Read(
        file, File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "AzuSena.Kernel.Tests", "Memory", "Corpus", "Cases", "Files", file)));
}
