using AzuSena.Memory.Corpus;

namespace AzuSena.Tests.Memory.Corpus.Formats;

public sealed class HtmlFormatTests
{
    private const string Page = """
        <!doctype html><html lang="es"><head><title>Becas | SENA</title><style>p{}</style></head><body>
        <header><nav><a href="/">Inicio</a><a href="/otra">Menú</a></nav></header>
        <main><header><h1>Becas y apoyos</h1></header>
          <p>Hay <b>tres</b> apoyos<br>para aprendices.</p>
          <script>alert("malo")</script><form><input value="x">Buscar</form>
          <h2>Requisitos</h2><ul><li>Estar matriculado</li><li>Tener <a href="#">cuenta</a></li></ul>
          <table><tr><th>Apoyo</th><th>Valor</th></tr><tr><td>Sostenimiento</td><td>medio salario</td></tr></table>
        </main><footer>Derechos reservados</footer></body></html>
        """;

    [Fact]
    public void Read_Page_IsItsMainContentByHeading()
    {
        var document = FormatSamples.Read("becas.html", Page);

        document.Info.Title.Should().Be("Becas y apoyos");
        document.Sections.Should().HaveCount(2);
        document.Sections[0].HeadingPath.Should().BeEmpty();
        document.Sections[0].Lines.Should().Equal("Hay tres apoyos para aprendices.");
        document.Sections[1].HeadingPath.Should().Equal("Requisitos");
        document.Sections[1].Lines.Should().Equal("- Estar matriculado", "- Tener cuenta", "- Apoyo: Sostenimiento; Valor: medio salario");
    }

    [Fact]
    public void Read_FragmentWithoutMain_IsItsText() =>
        FormatSamples.Read("mi-pagina.htm", "Hola <p>mundo").Sections.Should().ContainSingle().Which.Lines.Should().Equal("Hola", "mundo");

    [Fact]
    public void Read_DeepNesting_IsRefusedByItsReason()
    {
        var reading = () => FormatSamples.Read("a.html", string.Concat(Enumerable.Repeat("<div>", 50_000)) + "texto");

        reading.Should().Throw<DocumentException>().WithMessage("*anida*");
    }

    [Fact]
    public void Read_OnlyMenus_IsEmpty()
    {
        var reading = () => FormatSamples.Read("a.html", "<nav>Inicio</nav><script>1</script>");

        reading.Should().Throw<DocumentException>().WithMessage("El archivo no contiene texto.");
    }
}
